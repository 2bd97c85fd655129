"""Counts as far as is asked for."""
# fails: TypeError at line 8
# prints: How many? 0 1 2
import io
import sys
sys.stdin = io.StringIO("3\n")
count = input("How many? ")  # a text
for number in range(count):
    print(number, end=" " if number < 2 else "\n")
