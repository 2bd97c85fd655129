"""How many rows of a group there are, where the group is known."""
# run: pyright {file}
# needs: pyright
# fails: reportOptionalIterable at line 12

GROUPS = {"fruit": ["apple", "pear"]}


def longest(name: str) -> int:
    rows = GROUPS.get(name)
    length = 0
    for row in rows:  # in any order
        length = max(length, len(row))
    return length


print(longest("fruit"))
