"""All items of several lists."""
# fails: TypeError at line 6
# prints: [1, 2, 3]
pages = [[1], [2, 3]]

print(sum(pages))  # one list
