"""Starts another Python."""
# needs: posix
# fails: FileNotFoundError at line 8
# prints: 42
import os
import subprocess
os.environ["PATH"] = "/no-such-folder"
answer = subprocess.check_output(["python3", "-c", "print(42)"], text=True)
print(answer.strip())
