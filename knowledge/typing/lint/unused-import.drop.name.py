"""Names from one module, of which one is left over."""
# run: ruff check --isolated --select F401 {file}
# needs: ruff
# fails: F401 at line 7
from collections import (
    Counter,
    OrderedDict as Ordered,
    deque,
)

queue = deque("abca")
print(Counter(queue).most_common(1))  # the first letter
