"""Counts the even numbers."""
# fails: SyntaxError at line 6
# prints: 5 even
even = 0
for number in range(10):
    if number % 2 = 0:  # no rest
        even += 1
print(even, "even")
