"""The start is named and not called."""
# fails: RuntimeError at line 9
# prints: 1
import threading
def work(number):
    print(number)
thread = threading.Thread(target=work, args=(1,))
thread.start  # now
thread.join()
