"""Hides the function that adds up."""
# fails: TypeError at line 5
# prints: 9 0
sum = 0
print(sum([4, 5]), sum)
