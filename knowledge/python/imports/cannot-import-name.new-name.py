"""A name that another module has now, among others that stayed."""
# fails: ImportError at line 4
# prints: Counter({'a': 1}) True
from collections import (
    Counter,
    Mapping,
)

print(Counter("a"), isinstance({}, Mapping))  # a counter is one too
