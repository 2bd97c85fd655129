"""Counts words that are longer than three letters."""
# fails: IndentationError at line 8
# prints: 2 long words
TEXT = "the tea was still warm"

words = TEXT.split()
# short words say little
   long_words = [word for word in words if len(word) > 3]
print(len(long_words), "long words")
