"""A list is sorted as Python 2 did it, by a function that compares."""
# fails: TypeError at line 9
# prints: ['a', 'bbb']
def by_length(one, other):
    return len(one) - len(other)


words = ["bbb", "a"]
words.sort(by_length)
print(words)
