"""Shows what another program printed."""
# needs: posix
# fails: TypeError at line 7
# prints: it said hello
import subprocess
said = subprocess.check_output(["printf", "hello"])
print("it said " + said)
