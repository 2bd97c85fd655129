"""Old logs are removed while a scanner is still looking at them."""
# simulates: a scanner that keeps the folder from being changed for a third of a second
# setup: mkdir logs; echo x > logs/old.log
# needs: posix, not-root
# fails: PermissionError at line 15
# prints: 0 left
import os
import threading

os.makedirs("logs", exist_ok=True)
open(os.path.join("logs", "old.log"), "a").close()
os.chmod("logs", 0o555)
threading.Timer(0.3, os.chmod, ("logs", 0o755)).start()
for name in os.listdir("logs"):
    os.remove(os.path.join("logs", name))  # nothing in it is needed
print(len(os.listdir("logs")), "left")
