"""What a program prints is bytes unless subprocess is asked for text."""
# fails: TypeError at line 17
# prints: major 3
import re
import subprocess
import sys

VERSION = re.compile(r"(\d+)\.(\d+)")


def output(command):
    return subprocess.run(command, capture_output=True, check=True).stdout


def major():
    text = output([sys.executable, "--version"])  # Python 3.12.1
    return VERSION.search(text).group(1)


print("major", major())
