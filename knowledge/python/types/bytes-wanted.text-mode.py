"""Shows the lines that another program printed."""
# needs: posix
# fails: TypeError at line 6
# prints: ['a', 'b']
import subprocess
print(subprocess.run(["printf", r"a\nb"], capture_output=True).stdout.split("\n"))
