"""Works in a thread."""
# fails: TypeError at line 12
# prints: working on 3
import threading


def work(number):
    print("working on", number)
    return number


thread = threading.Thread(target=work(3), daemon=True)
thread.start()
thread.join()
