"""A list is written with its type before the brackets, which Python 3.8 does not know."""
# needs: python<3.9
# fails: TypeError at line 5
# prints: 3
numbers = list[1, 2, 3]
print(len(numbers))  # how many
