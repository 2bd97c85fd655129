"""A line as wide as the terminal, in a log."""
# needs: posix
# fails: OSError at line 7
# prints: True
import os

width = os.get_terminal_size().columns  # characters
print(width > 0)
