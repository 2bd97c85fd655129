"""Settings from several layers: defaults, a file, the command line."""
from layered.store import Layers

__version__ = "0.3"
__all__ = ["Layers"]
