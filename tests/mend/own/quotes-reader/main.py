from collections import Counter
from dataclasses import dataclass

from bs4 import BeautifulSoup


@dataclass
class Quote:
    text: str
    author: str
    tags: list


def parse_quote(block):
    return Quote(
        text=block.find("span", class_="text").get_text(strip=True),
        author=block.find_all("small", class_="author").get_text(strip=True),
        tags=[a.get_text(strip=True) for a in block.find_all("a", class_="tag")],
    )


def by_tag(quotes):
    index = {}
    for quote in quotes:
        for tag in quote.tags:
            index.setdefault(tag, []).append(quote)
    return index


def shorten(text, width=20):
    text = text.strip("\u201c\u201d")
    if len(text) <= width:
        return text
    return text[:width].rsplit(" ", 1)[0] + " ..."


def parse_page(html):
    soup = BeautifulSoup(html, "html.parser")
    return [parse_quote(block) for block in soup.select("div.quote")]


with open("page.html", encoding="utf-8") as f:
    quotes = parse_page(f.read())

for quote in quotes:
    print(quote.text, "--", quote.author)

for tag, found in sorted(by_tag(quotes).items()):
    print("%-6s %s" % (tag, " / ".join(shorten(q.text) for q in found)))

tags = Counter(tag for quote in quotes for tag in quote.tags)
print("tags:", ", ".join("%s (%d)" % pair for pair in sorted(tags.items())))
