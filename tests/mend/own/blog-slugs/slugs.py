"""Makes file names of the titles of the posts and finds clashes."""
from collections import defaultdict
from pathlib import PurePosixPath

from slugify import slugify

TITLES = [
    ("2024-01-05", "Übers Eis: ein Winter in Bildern"),
    ("2024-02-11", "What I learned from 100 loaves"),
    ("2024-02-19", "What I learned from 100 loaves!"),
    ("2024-03-30", "Café, crème & clouds"),
]


def path_for(day, title):
    year, month, _ = day.split("-")
    return PurePosixPath("posts", year, month, slugify(title, max_length=40) + ".html")


def clashes(paths):
    seen = defaultdict(int)
    for p in paths:
        seen[p] += 1
    return [p for p, n in seen.items() if n > 1]


if __name__ == "__main__":
    paths = [path_for(day, title) for day, title in TITLES]
    for p in paths:
        print(p)
    print("clashes:", *clashes(paths) or ["none"])
