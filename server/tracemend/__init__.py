"""Tracemend: what an error means here, on the line that failed, and how to mend it."""

__version__ = "0.1.0"
