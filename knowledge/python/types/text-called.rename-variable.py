"""Hides the function that makes texts."""
# fails: TypeError at line 6
# prints: 3 tea
str = "tea"
number = 3
print(str(number), str)
