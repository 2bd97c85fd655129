"""Counts in a thread of its own."""
# fails: RuntimeError at line 12
# prints: 6
import threading
class Counter(threading.Thread):
    def __init__(self, numbers):
        self.numbers = numbers  # what is added
        self.sum = 0
    def run(self):
        self.sum = sum(self.numbers)
counter = Counter([1, 2, 3])
counter.start()
counter.join()
print(counter.sum)
