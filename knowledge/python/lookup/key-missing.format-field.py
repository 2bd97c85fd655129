"""A field of the letter is misspelt."""
# fails: KeyError at line 7
# prints: Dear Ada, you owe 12.50.
LETTER = "Dear {name}, you owe {amonut:.2f}."

# one letter
print(LETTER.format(name="Ada", amount=12.5))
