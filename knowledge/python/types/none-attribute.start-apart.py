"""start returns None."""
# fails: AttributeError at line 9
# prints: 1
import threading
def work(number):
    print(number)
thread = threading.Thread(target=work, args=(1,)).start()  # at once
print(end="")
thread.join()
