"""Numbers that are even and small."""
# fails: SyntaxError at line 6
# prints: [0, 2]
numbers = [
    n for n in range(9)
    if n % 2 == 0 adn n < 4
]
print(numbers)
