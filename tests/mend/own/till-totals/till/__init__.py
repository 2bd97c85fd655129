"""Small helpers for the weekly till exports."""

__version__ = "0.3.1"
