"""Repeats a line."""
# needs: posix
# fails: TypeError at line 9
# prints: 3 lines
import subprocess


def show(count=3):
    subprocess.run(["echo", count, "lines"], check=True)  # how many


show()
