"""A file of 5,000 lines as programs have them, with a given piece in its middle; always the same text."""

from __future__ import annotations

from collections.abc import Iterator

LINES = 5_000

_IMPORTS = '''"""Orders of a shop: stored, counted and reported."""
import collections
import dataclasses
import datetime
import json
import logging
import pathlib

logger = logging.getLogger("shop")
DEFAULTS = {"currency": "EUR", "limit": 50, "folder": "reports"}
'''

_FORMS = (
    '''

def load_orders_%(n)d(path, limit=50):
    """Orders of a file, at most so many."""
    found = []
    with open(path, encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except ValueError as error:
                logger.warning("line %%d of %%s: %%s", number, path, error)
                continue
            if row["price"] > 0 and len(found) < limit:
                found.append((row["id"], row["price"], row.get("tags", [])))
    return found
''',
    """

def total_%(n)d(orders, rate=0.19):
    # prices are without tax
    prices = [price * (1 + rate) for _, price, tags in orders if "gift" not in tags]
    total = sum(prices)
    return f"{total:.2f} {DEFAULTS['currency']} for {len(prices)} of {len(orders)}"
""",
    '''

@dataclasses.dataclass
class Basket%(n)d:
    """What one customer takes."""

    owner: str
    items: list = dataclasses.field(default_factory=list)
    counts: dict = dataclasses.field(default_factory=dict)

    def put(self, name, count=1):
        self.items.append(name)
        self.counts[name] = self.counts.get(name, 0) + count
        return self

    def best(self):
        ranked = sorted(self.counts.items(), key=lambda pair: (-pair[1], pair[0]))
        return ranked[0][0] if ranked else None

    def __len__(self):
        return sum(self.counts.values())
''',
    """

def report_%(n)d(folder, baskets, day=None):
    day = day or datetime.date(2026, 1, 1)
    lines = []
    for basket in baskets:
        lines.append(f"{basket.owner}: {len(basket)} ({basket.best()})")
    seen = collections.Counter(line[:1] for line in lines)
    target = pathlib.Path(folder) / f"report-{day.isoformat()}-%(n)d.txt"
    target.write_text("\\n".join(lines), encoding="utf-8")
    while seen and max(seen.values()) > 10:
        letter, count = seen.most_common(1)[0]
        logger.info("%%s: %%d", letter, count)
        del seen[letter]
    return target
""",
)


def long_file(piece: str, lines: int = LINES) -> tuple[str, int]:
    """The text, and how many lines stand above the piece."""
    half = (lines - piece.count("\n")) // 2
    forms = _numbered()
    above = [_IMPORTS]
    count = _IMPORTS.count("\n")
    while count < half:
        above.append(next(forms))
        count += above[-1].count("\n")
    before = count + 2
    below: list[str] = []
    count = before + piece.count("\n")
    while count < lines:
        below.append(next(forms))
        count += below[-1].count("\n")
    return "".join([*above, "\n\n", piece.rstrip("\n"), "\n", *below]), before


def _numbered() -> Iterator[str]:
    number = 0
    while True:
        yield _FORMS[number % len(_FORMS)] % {"n": number}
        number += 1
