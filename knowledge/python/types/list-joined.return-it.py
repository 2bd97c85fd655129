"""A function that builds a list and lacks its return."""
# fails: TypeError at line 11
# prints: [1, 2, 4]
def doubled(numbers):
    result = []
    for number in numbers:
        result.append(number * 2)


start = [1]
print(start + doubled([1, 2]))  # one list
