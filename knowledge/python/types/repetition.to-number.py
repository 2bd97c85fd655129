"""Adds the tax."""
# fails: TypeError at line 8
# prints: Price: 15.0
import io
import sys
sys.stdin = io.StringIO("12.5\n")
price = input("Price: ")
total = price * 1.2
print(total)
