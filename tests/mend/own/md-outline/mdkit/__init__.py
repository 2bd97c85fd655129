"""Small helpers for Markdown files."""

__version__ = "0.3"
