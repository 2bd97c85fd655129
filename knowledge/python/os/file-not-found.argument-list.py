"""Shows a greeting."""
# needs: posix
# fails: FileNotFoundError at line 6
# prints: hello there
import subprocess
subprocess.run("echo hello there", check=True)
