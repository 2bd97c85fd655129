"""Joins what was not started."""
# fails: RuntimeError at line 13
# prints: working
import threading


def work():
    print("working")


threads = [threading.Thread(target=work)]
for thread in threads:
    thread.join()
