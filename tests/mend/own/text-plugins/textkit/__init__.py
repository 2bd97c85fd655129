"""A tiny pipeline of text filters that are found by name."""
from .registry import available, pipeline
from . import filters, slugs  # noqa: F401  (they register themselves)

__all__ = ["available", "pipeline"]
