"""Captures both streams as one."""
# fails: ValueError at line 7
# prints: 1
import subprocess
import sys

done = subprocess.run([sys.executable, "-c", "print(1)"], capture_output=True, stderr=subprocess.STDOUT, text=True)
print(done.stdout.strip())
