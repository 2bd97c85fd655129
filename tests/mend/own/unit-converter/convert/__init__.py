"""Convert lengths and weights on the command line."""
__version__ = "0.3"
