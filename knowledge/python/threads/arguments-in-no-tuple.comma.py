"""Greets in a thread."""
# fails: TypeError at line 11
# prints: hello bob
import threading


def greet(name):
    print("hello", name)


thread = threading.Thread(target=greet, args=("bob"))  # one
thread.start()
thread.join()
