"""A household ledger over CSV statements."""
__version__ = "0.3.1"
