"""Puts quotes around the name of a loop."""
# fails: SyntaxError at line 5
# prints: word: tea
words = ["tea"]
for "word" in words:
    print("word:", word)
