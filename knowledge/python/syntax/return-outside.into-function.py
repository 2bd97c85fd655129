"""A return that slipped out of its function."""
# fails: SyntaxError at line 10
# prints: 6

def total(row: list[int]) -> int:
    result = 0
    for number in row:
        result += number

return result  # all of it


print(total([1, 2, 3]))
