"""Asks a function for what is in its module."""
# fails: AttributeError at line 6
# prints: True
from time import time

time.sleep(0)
print(time.time() > 0)  # seconds
