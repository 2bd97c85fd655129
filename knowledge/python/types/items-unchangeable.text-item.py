"""The first letter of a word is to become a capital."""
# fails: TypeError at line 6
# prints: Äther
word = "äther"
# a capital
word[0] = "Ä"  # umlaut
print(word)
