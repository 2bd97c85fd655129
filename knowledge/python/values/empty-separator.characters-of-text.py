"""The letters of a word are wanted."""
# fails: ValueError at line 5
# prints: ['a', 'b', 'c']
word = "abc"
letters = word.split("")
print(letters)
