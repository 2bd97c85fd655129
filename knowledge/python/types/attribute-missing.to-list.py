"""The letters of a word, in their order."""
# fails: AttributeError at line 6
# prints: ['a', 'b', 'n']
counts = {letter: 1 for letter in "banana"}
letters = counts.keys()  # each once
letters.sort()
print(letters)
