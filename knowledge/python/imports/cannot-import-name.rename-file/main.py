"""The project has a queue.py of its own, and asks for Python's class too."""
# fails: ImportError at line 6
# prints: first tea
# prints: 0
# moves: +my_queue.py -queue.py
from queue import SimpleQueue  # Python's

import queue as orders

orders.put("tea")
print("first", orders.first())
print(SimpleQueue().qsize())
