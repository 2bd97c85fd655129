"""Reads a text piece by piece."""
# fails: SyntaxError at line 8
# prints: tea
# prints: milk
import io

text = io.StringIO("tea\nmilk\n")
while line = text.readline():
    print(line.strip())
