"""The package of the shop."""
