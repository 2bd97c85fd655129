"""Reads what a program prints."""
# fails: AttributeError at line 7
# prints: 1
import subprocess
import sys
done = subprocess.run([sys.executable, "-c", "import sys; sys.stdout.write('1')"], text=True)
print(done.stdout.strip())
