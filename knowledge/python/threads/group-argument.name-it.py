"""The function stands first."""
# fails: AssertionError at line 9
# prints: 3
from threading import Thread
def work(number):
    print(number)


thread = Thread(work, args=(3,))
thread.start()
thread.join()
