"""The end of a log is shown."""
# setup: printf 'one\ntwo\n' > app.log
# fails: UnsupportedOperation at line 8
# prints: two
import os

with open("app.log", encoding="utf-8") as file:
    file.seek(-4, os.SEEK_END)  # its last line
    print(file.read().strip())
