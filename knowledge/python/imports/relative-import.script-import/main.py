"""A script that is started by its path imports what stands beside it with a dot."""
# fails: ImportError at line 4
# prints: HI 3
from .helpers import shout
from . import sizes as lengths  # of words

print(shout("hi"), lengths.of("abc"))
