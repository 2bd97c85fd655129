"""Another copy of the program has the file locked for a moment; the lock is tried for again."""
# needs: posix
# fails: BlockingIOError at line 12
# prints: locked
import fcntl
import threading

first = open("app.lock", "w")
second = open("app.lock", "w")
fcntl.flock(first, fcntl.LOCK_EX | fcntl.LOCK_NB)
threading.Timer(0.4, first.close).start()
fcntl.flock(second, fcntl.LOCK_EX | fcntl.LOCK_NB)
print("locked")
