"""How high a hill is; the function has got another name in its module, and the import has not."""
# fails: ImportError at line 4
# prints: 304.8 m
from measures import metres_of  # the one place for units

print(to_metres(1000), "m")
