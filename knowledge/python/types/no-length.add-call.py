"""How many words there are; the parentheses of split are missing."""
# fails: TypeError at line 5
# prints: 3
text = "one two three"
print(len(text.split))  # the words
