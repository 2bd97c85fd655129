"""The language server: protocol only. What it says comes from `diagnosis` and `render`."""
