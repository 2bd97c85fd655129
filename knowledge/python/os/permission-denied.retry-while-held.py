"""A report is written while a sync client is still busy with the last one."""
# simulates: a sync client that holds the file for a third of a second, by taking its write permission away
# setup: echo "old" > report.csv
# needs: posix, not-root
# fails: PermissionError at line 17
# prints: Ada,36
import os
import threading

rows = [("Ada", 36)]
os.chmod("report.csv", 0o444)
threading.Timer(0.3, os.chmod, ("report.csv", 0o644)).start()


def write_report(path):
    # the columns are fixed by the importer
    with open(path, "w", encoding="utf-8") as report:
        for name, age in rows:
            report.write(f"{name},{age}\n")


write_report("report.csv")
with open("report.csv", encoding="utf-8") as report:
    print(report.read().strip())
