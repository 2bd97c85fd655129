"""Captures once."""
# fails: ValueError at line 6
# prints: 1
import subprocess
import sys
done = subprocess.run([sys.executable, "-c", "print(1)"], stdout=subprocess.PIPE, capture_output=True, text=True)
print(done.stdout.strip())
