"""The path was copied from a window, with a mark of direction before it."""
# setup: printf 3 > stock.txt
# fails: FileNotFoundError at line 5
# prints: 3
with open("‪stock.txt") as file:
    print(file.read())
