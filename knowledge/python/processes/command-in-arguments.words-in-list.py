"""The words of a command are given one by one."""
# fails: TypeError at line 7
# prints: 0
import subprocess
import sys

done = subprocess.run(sys.executable, "-c", "pass")
print(done.returncode)
