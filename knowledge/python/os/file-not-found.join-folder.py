"""A listing gives names without their folder."""
# setup: mkdir logs; printf 'one\n' > logs/a.txt
# fails: FileNotFoundError at line 9
# prints: a.txt 4
import os

folder = "logs"
for name in sorted(os.listdir(folder)):
    size = os.path.getsize(name)  # bytes
    print(name, size)
