"""bytes was given a text, and not how its characters are to be encoded."""
# fails: TypeError at line 5
# prints: 3
word = "Mia"
print(len(bytes(word)))  # how many
