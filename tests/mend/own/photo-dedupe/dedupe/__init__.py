"""Find pictures that were copied twice."""

__version__ = "0.3.0"
