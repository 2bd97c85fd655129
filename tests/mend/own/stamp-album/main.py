"""Sorts my stamps on the pages of the album."""
from pathlib import Path

FOLDER = Path(__file__).parent
PER_PAGE = 3


class Page:
    def __init__(self, number):
        self.number = number
        self.stamps = []

    @property
    def full(self):
        return len(self.stamps) >= PER_PAGE


class Album:
    def __init__(self):
        self.pages = []

    def page_for_new(self):
        """The last page with a free place, or a new one."""
        if self.pages and not self.pages[-1].full:
            page = self.pages[-1]
        else:
            page = Page(len(self.pages) + 1)
            self.pages.append(page)
        return page

    def put(self, stamp):
        page = self.page_for_new()
        page.stamps.append(stamp)
        return page.number


def read_stamps():
    with open(FOLDER / "stamps.txt", encoding="utf-8") as lines:
        return [line.strip() for line in lines if line.strip()]


album = Album()
for stamp in read_stamps():
    number = album.put(stamp)
    print(f"{stamp}: page {number}")
print(len(album.pages), "pages")
