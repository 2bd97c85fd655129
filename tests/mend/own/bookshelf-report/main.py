"""A plain-text report of the shelf."""
from __future__ import annotations

from typing import TypedDict


class Book(TypedDict):
    title: str
    pages: int
    read: bool
    tags: list[str]


SHELF: list[Book] = [
    {"title": "Dunes", "pages": 412, "read": False, "tags": ["sf", "classic"]},
    {"title": "Bread at Home", "pages": 180, "read": True, "tags": ["cooking"]},
    {"title": "Graphs", "pages": 260, "read": True, "tags": ["maths", "reference"]},
]


def describe(book: Book) -> str:
    state = "read" if book["read"] else "unread"
    return f"{book['title']} ({book['pages']} pages) - {state}"


def tag_line(book: Book) -> str:
    return f"    tags: {", ".join(sorted(book['tags']))}"


def summary(shelf: list[Book]) -> str:
    done = sum(book["read"] for book in shelf)
    pages = sum(book["pages"] for book in shelf if book["read"])
    return f"{done} of {len(shelf)} read, {pages} pages"


def main() -> None:
    for book in sorted(SHELF, key=lambda b: b["title"]):
        print(describe(book))
        print(tag_line(book))
    print(summary(SHELF))


if __name__ == "__main__":
    main()
