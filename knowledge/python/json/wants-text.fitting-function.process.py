"""The output of a program is JSON."""
# fails: TypeError at line 9
# prints: 3
import json
import subprocess
import sys

done = subprocess.run([sys.executable, "-c", "print(3)"], capture_output=True, text=True)
print(json.loads(done))
