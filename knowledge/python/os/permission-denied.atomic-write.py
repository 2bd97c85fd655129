"""A report is written for readers that open it at any moment."""
# simulates: Windows, where a file that is held open can neither be opened for writing nor be replaced for a moment
# setup: echo "old" > report.csv
# needs: posix, not-root
# fails: PermissionError at line 19
# prints: Ada,36
import os
import threading
from unittest import mock

held = PermissionError(13, "The process cannot access the file because it is being used by another process")
os.chmod("report.csv", 0o444)
threading.Timer(0.3, os.chmod, ("report.csv", 0o644)).start()
mock.patch("os.replace", wraps=os.replace, side_effect=[held, held, mock.DEFAULT]).start()
rows = [("Ada", 36)]


# one line for each person
with open("report.csv", "w", encoding="utf-8") as report:
    for name, age in rows:
        report.write(f"{name},{age}\n")

with open("report.csv", encoding="utf-8") as report:
    print(report.read().strip())
