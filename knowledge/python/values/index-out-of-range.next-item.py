"""The last letter has no neighbour, and counts all the same."""
# fails: IndexError at line 11
# prints: 14 9
VALUES = {"I": 1, "V": 5, "X": 10}


def read(text):
    total = 0
    for i in range(len(text)):
        value = VALUES[text[i]]
        if VALUES[text[i + 1]] > value:  # IV
            total -= value
        else:
            total += value
    return total


print(read("XIV"), read("IX"))
