"""The slips: each takes a well-formed file and gives the text with the slip, and the text that is meant."""

from __future__ import annotations

import keyword
import random
import re
import tokenize
from collections.abc import Callable

from slip_files import PARTNERS, File, Part


def cut(file: File, start: int, end: int, text: str = "") -> str:
    return file.text[:start] + text + file.text[end:]


def pick(found: list[Part], chance: random.Random) -> Part | None:
    return chance.choice(found) if found else None


def replacing(choose: Callable[[File], list[Part]], text: Callable[[Part, random.Random], str]) -> Slip:
    """A slip that puts another text into a token's place."""

    def slip(file: File, chance: random.Random) -> tuple[str, str] | None:
        part = pick(choose(file), chance)
        return None if part is None else (cut(file, part.start, part.end, text(part, chance)), file.text)

    return slip


Slip = Callable[[File, random.Random], "tuple[str, str] | None"]
"""Makes the text with a slip, and the text that is meant; None where the file has no place for it."""


def none(part: Part, chance: random.Random) -> str:
    return ""


def twice(part: Part, chance: random.Random) -> str:
    return part.text * 2


def other_kind(part: Part, chance: random.Random) -> str:
    return chance.choice([one for one in PARTNERS.values() if one != part.text])


def colons(file: File, *heads: str) -> list[Part]:
    """The colons that end the heads of statements."""
    found, first = [], True
    head = ""
    for one in file.parts:
        if one.kind in (tokenize.NL, tokenize.COMMENT, tokenize.INDENT, tokenize.DEDENT):
            continue
        if first:
            head = one.text
        first = one.kind == tokenize.NEWLINE
        ends = file.text[one.end : one.end + 1] == "\n" or file.text[one.end : one.end + 3] == "  #"
        if one.text == ":" and not one.depth and ends and keyword.iskeyword(head) and (not heads or head in heads):
            found.append(one)
    return found


def misspelt(part: Part, chance: random.Random) -> str:
    """A letter left out, doubled, or two exchanged."""
    word, at = part.text, chance.randrange(len(part.text) - 1)
    return chance.choice(
        [word[:at] + word[at + 1] + word[at] + word[at + 2 :], word[:at] + word[at + 1 :], word[: at + 1] + word[at:]]
    )


def short(file: File) -> list[Part]:
    """Texts of one line in one kind of quotes, long enough to be seen."""
    return [one for one in file.strings() if len(one.text) > 3 and '"""' not in one.text and "\n" not in one.text]


def long(file: File) -> list[Part]:
    return [one for one in file.strings() if one.text.endswith('"""')]


def without_end(part: Part, chance: random.Random) -> str:
    return part.text[:-1]


def without_begin(part: Part, chance: random.Random) -> str:
    return part.text.replace('"', "", 1)


def without_long_end(part: Part, chance: random.Random) -> str:
    return part.text[:-3]


def short_long_end(part: Part, chance: random.Random) -> str:
    return part.text[:-1]


def indentation(change: Callable[[str], str]) -> Slip:
    def slip(file: File, chance: random.Random) -> tuple[str, str] | None:
        number = chance.choice(file.first_lines())
        line = file.lines[number]
        indent = line[: len(line) - len(line.lstrip())]
        at = file.starts[number]
        return cut(file, at, at + len(indent), change(indent)), file.text

    return slip


def field_quotes(count: int) -> Slip:
    """The quotes inside of f-strings' fields become the f-string's own."""

    def slip(file: File, chance: random.Random) -> tuple[str, str] | None:
        found = [one for one in short(file) if one.text.startswith('f"') and re.search(r"\{[^{}\"']*'\w+'", one.text)]
        if len(found) < count:
            return None
        text = file.text
        for one in sorted(chance.sample(found, count), key=lambda part: -part.start):
            inner = re.sub(r"\{[^{}]+\}", lambda field: field[0].replace("'", '"'), one.text)
            text = text[: one.start] + inner + text[one.end :]
        return text, file.text

    return slip


def apostrophe(file: File, chance: random.Random) -> tuple[str, str] | None:
    """`'Europe's mountain'` for `"Europe's mountain"`."""
    found = [one for one in short(file) if re.fullmatch(r'"[^"\'\\]*[a-z]{3} [^"\'\\]*"', one.text)]
    part = pick(found, chance)
    if part is None:
        return None
    at = chance.choice([match.end() for match in re.finditer(r"[a-z]{3}(?= )", part.text)])
    told = part.text[:at] + "'s" + part.text[at:]
    return cut(file, part.start, part.end, f"'{told[1:-1]}'"), cut(file, part.start, part.end, told)


def compared(file: File) -> list[Part]:
    """The `==` of conditions."""
    return [
        one
        for one in file.ops("==")
        if re.match(r"\s*(?:if|elif|while)\b", file.lines[file.text.count("\n", 0, one.start)])
    ]


def items(file: File) -> list[Part]:
    return [one for one in file.ops(",") if one.depth]


def pairs(file: File) -> list[Part]:
    """The colons of dictionaries' pairs."""
    stack: list[str] = []
    found = []
    for one in file.parts:
        if one.kind != tokenize.OP:
            continue
        if one.text in PARTNERS:
            stack.append(one.text)
        elif one.text in PARTNERS.values():
            stack.pop()
        elif one.text == ":" and stack and stack[-1] == "{":
            found.append(one)
    return found


def stray(file: File, chance: random.Random) -> tuple[str, str] | None:
    """A character that was typed at the end of a line of code, or between two tokens."""
    found = [one for one in file.parts if one.kind in (tokenize.NAME, tokenize.OP, tokenize.NUMBER)]
    part = pick(found, chance)
    if part is None:
        return None
    sign = chance.choice("`$?.,;:\\]}'\"=-")
    return cut(file, part.end, part.end, sign), file.text


def prints(count: int) -> Slip:
    """Calls of one argument written as Python 2's statements."""

    def slip(file: File, chance: random.Random) -> tuple[str, str] | None:
        found = list(re.finditer(r"^( *)print\((\"[^\"\n]*\"|\w+)\)$", file.text, re.MULTILINE))
        if len(found) < count:
            return None
        text = file.text
        for one in sorted(chance.sample(found, count), key=lambda match: -match.start()):
            text = f"{text[: one.start()]}{one[1]}print {one[2]}{text[one.end() :]}"
        return text, file.text

    return slip


def several(slip: Slip, count: int) -> Slip:
    """The same slip at several places: made on a line each, by the lines that differ from the original."""

    def made(file: File, chance: random.Random) -> tuple[str, str] | None:
        lines = list(file.lines)
        changed: set[int] = set()
        for _ in range(60):
            one = slip(file, chance)
            new = one[0].splitlines(keepends=True) if one else []
            if one is None or one[1] != file.text or len(new) != len(lines):
                continue
            different = {at for at, line in enumerate(new) if line != file.lines[at]}
            if len(different) == 1 and not different & changed:
                changed |= different
                at = different.pop()
                lines[at] = new[at]
            if len(changed) == count:
                return "".join(lines), file.text
        return None

    return made


_CLAUSES = ("if", "elif", "else", "while", "for", "def", "class", "return", "import", "from", "try", "except", "with")


SLIPS: dict[str, Slip] = {
    "closing bracket missing": replacing(lambda file: file.ops(*PARTNERS.values()), none),
    "the same, several lines": replacing(lambda file: [one for one in file.ops(*PARTNERS.values()) if one.depth], none),
    "opening bracket missing": replacing(lambda file: file.ops(*PARTNERS), none),
    "closing bracket twice": replacing(lambda file: file.ops(*PARTNERS.values()), twice),
    "opening bracket twice": replacing(lambda file: file.ops(*PARTNERS), twice),
    "bracket of another kind": replacing(lambda file: file.ops(*PARTNERS.values()), other_kind),
    "comma missing": replacing(items, none),
    "comma twice": replacing(items, twice),
    "colon missing": replacing(lambda file: colons(file), none),
    "colon of def missing": replacing(lambda file: colons(file, "def", "class"), none),
    "colon of a pair missing": replacing(pairs, none),
    "closing quote missing": replacing(short, without_end),
    "opening quote missing": replacing(short, without_begin),
    "closing quote another": replacing(short, lambda part, chance: part.text[:-1] + "'"),
    "three quotes not closed": replacing(long, without_long_end),
    "three quotes closed by two": replacing(long, short_long_end),
    "= for ==": replacing(compared, lambda part, chance: "="),
    "a level too few": indentation(lambda indent: indent[4:]),
    "a level too many": indentation(lambda indent: indent + "    "),
    "a blank too few": indentation(lambda indent: indent[1:]),
    "a blank too many": indentation(lambda indent: indent + " "),
    "tabs in one line": indentation(lambda indent: indent.replace("    ", "\t")),
    "keyword misspelt": replacing(lambda file: file.names(*_CLAUSES), misspelt),
    "else if": replacing(lambda file: file.names("elif"), lambda part, chance: "else if"),
    "quotes in an f-string": field_quotes(1),
    "apostrophe in a text": apostrophe,
    "stray character": stray,
    "two f-strings' quotes": field_quotes(2),
    "two prints": prints(2),
    "two colons missing": several(replacing(lambda file: colons(file), none), 2),
    "two = for ==": several(replacing(compared, lambda part, chance: "="), 2),
    "two else if": several(replacing(lambda file: file.names("elif"), lambda part, chance: "else if"), 2),
    "two closing brackets": several(replacing(lambda file: file.ops(*PARTNERS.values()), none), 2),
}
