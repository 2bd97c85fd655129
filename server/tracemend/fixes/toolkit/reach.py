"""Which expressions give a name its value, as recipes ask for it: see `tracemend.source.reach`."""

from tracemend.source.reach import elements, reach

__all__ = ["elements", "reach"]
