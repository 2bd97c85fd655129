"""The same for a terminal: one module per command. Empty, so that `serve` starts without the rest."""
