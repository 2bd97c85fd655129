"""start returns None for each."""
# fails: AttributeError at line 12
# prints: 1
import threading
def work(number):
    print(number)
threads = []
for number in [1]:
    thread = threading.Thread(target=work, args=(number,)).start()
    threads.append(thread)
for thread in threads:
    thread.join()
