"""Clean lines to error reports, one module per dialect; no file system."""
