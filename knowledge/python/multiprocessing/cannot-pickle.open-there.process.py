"""A process gets a file to write to."""
# fails: TypeError at line 11
# prints: good morning
from multiprocessing import Process, set_start_method
def write(log, text):
    log.write(text)
if __name__ == "__main__":
    set_start_method("spawn")
    log = open("log.txt", "w", encoding="utf-8")
    process = Process(target=write, args=(log, "good morning"))
    process.start()
    process.join()
    with open("log.txt", encoding="utf-8") as written:
        print(written.read())
