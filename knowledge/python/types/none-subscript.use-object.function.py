"""The tallest trees first, put in order by a function of their own."""
# fails: TypeError at line 14
# prints: oak
TREES = {"oak": 31, "ash": 27}


def by_height(trees):
    names = list(trees)
    tallest = names.sort(key=trees.get, reverse=True)  # in metres
    return tallest


def first(trees):
    return by_height(trees)[0]


print(first(TREES))
