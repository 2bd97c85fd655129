"""Text -> tokens."""
import re
from typing import Iterator, NamedTuple

PATTERN = re.compile(r"\s*(?:(?P<number>\d+(?:\.\d+)?)|(?P<name>[a-z]\w*)|(?P<op>[-+*/()=]))")


class Token(NamedTuple):
    kind: str
    text: str


class LexError(ValueError):
    pass


def tokens(line: str) -> Iterator[Token]:
    line = line.rstrip()
    position = 0
    while position < len(line):
        match = PATTERN.match(line, position)
        if match is None:
            raise LexError(f"unexpected {line[position]!r} at {position}")
        yield Token(match.lastgroup, match.group(match.lastgroup))
        position = match.end()
    yield Token("end", "")
