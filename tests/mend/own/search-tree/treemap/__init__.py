from .tree import TreeMap

__all__ = ["TreeMap"]
