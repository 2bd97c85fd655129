"""Slips of syntax made by machine in well-formed files, mended by the server's code, and compared with the originals.

    python tests/mend/slips.py [--only SLIP] [--count 50] [--seed 1] [--verbose] [--wrong]

The files are this Python's standard library, formatted by `ruff format` and cut to runs of whole statements of 50 to
200 lines. Each slip is made at a random place of a random one, which then must not compile; what Python prints of it
is read and diagnosed as a terminal's output is. `right`: the preferred fix gives the original's syntax tree; `wrong`:
it is preferred and gives another; `unsure`: an edit is offered and none preferred (in parentheses: how many of these
would be right); `nothing`: no edit is offered. The same seed makes the same slips. No test: it takes minutes.
"""

from __future__ import annotations

import argparse
import ast
import difflib
import inspect
import io
import keyword
import random
import re
import subprocess
import sys
import sysconfig
import tempfile
import tokenize
import traceback
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tracemend.context import Context, DiskDocuments
from tracemend.diagnosis import Diagnoser
from tracemend.fixes.recipe import apply_edits
from tracemend.knowledge.packs import builtin_pack
from tracemend.matching.library import Library
from tracemend.reading.scanner import read_text

LINES = range(50, 201)
FILES = 150
_LEFT_OUT = ("test", "idlelib", "lib2to3", "site-packages", "turtledemo", "__phello__", "encodings", "pydoc_data")
_PARTNERS = {"(": ")", "[": "]", "{": "}"}


@dataclass(frozen=True)
class Part:
    """A token: its text and its span, in characters of the file; `depth`: the brackets open before it."""

    kind: int
    text: str
    start: int
    end: int
    depth: int


class File:
    """A well-formed file, its tokens and the offsets of its lines."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = text.splitlines(keepends=True)
        self.starts = [0]
        for line in self.lines:
            self.starts.append(self.starts[-1] + len(line))
        self.parts: list[Part] = []
        depth = 0
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            start, end = (self.starts[line - 1] + column for line, column in (token.start, token.end))
            depth -= token.string in _PARTNERS.values()
            self.parts.append(Part(token.type, token.string, start, end, depth))
            depth += token.string in _PARTNERS

    def ops(self, *texts: str) -> list[Part]:
        return [one for one in self.parts if one.kind == tokenize.OP and one.text in texts]

    def names(self, *texts: str) -> list[Part]:
        return [one for one in self.parts if one.kind == tokenize.NAME and one.text in texts]

    def strings(self) -> list[Part]:
        return [one for one in self.parts if one.kind == tokenize.STRING]

    def first_lines(self) -> list[int]:
        """The 0-based numbers of the lines that begin a statement."""
        found, begins = [], True
        for one in self.parts:
            if one.kind in (tokenize.NL, tokenize.COMMENT, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER):
                continue
            if begins:
                found.append(self.text.count("\n", 0, one.start))
            begins = one.kind == tokenize.NEWLINE
        return found


Made = "tuple[str, str] | None"
"""The text with its slip, and the text that is meant."""


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


def none(part: Part, chance: random.Random) -> str:
    return ""


def twice(part: Part, chance: random.Random) -> str:
    return part.text * 2


def other_kind(part: Part, chance: random.Random) -> str:
    return chance.choice([one for one in _PARTNERS.values() if one != part.text])


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
        if one.text in _PARTNERS:
            stack.append(one.text)
        elif one.text in _PARTNERS.values():
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
    "closing bracket missing": replacing(lambda file: file.ops(*_PARTNERS.values()), none),
    "the same, several lines": replacing(
        lambda file: [one for one in file.ops(*_PARTNERS.values()) if one.depth], none
    ),
    "opening bracket missing": replacing(lambda file: file.ops(*_PARTNERS), none),
    "closing bracket twice": replacing(lambda file: file.ops(*_PARTNERS.values()), twice),
    "opening bracket twice": replacing(lambda file: file.ops(*_PARTNERS), twice),
    "bracket of another kind": replacing(lambda file: file.ops(*_PARTNERS.values()), other_kind),
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
    "two closing brackets": several(replacing(lambda file: file.ops(*_PARTNERS.values()), none), 2),
}


def files(chance: random.Random) -> list[File]:
    """The originals."""
    root = Path(sysconfig.get_path("stdlib"))
    every = [one for one in sorted(root.rglob("*.py")) if not set(one.relative_to(root).parts[:-1]) & set(_LEFT_OUT)]
    chosen = chance.sample(every, min(FILES, len(every)))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number, path in enumerate(chosen):
            (folder / f"m{number}.py").write_bytes(path.read_bytes())
        subprocess.run(
            [sys.executable, "-m", "ruff", "format", "--isolated", "--quiet", "--line-length", "100", str(folder)],
            check=False,
        )
        found = []
        for number in range(len(chosen)):
            try:
                text = (folder / f"m{number}.py").read_text("utf-8")
                tree = ast.parse(text)
            except (UnicodeDecodeError, SyntaxError):
                continue
            piece = _piece(text, tree, chance)
            if piece is not None:
                found.append(File(piece))
    return found


def _piece(text: str, tree: ast.Module, chance: random.Random) -> str | None:
    """Whole statements of a file, from one of them on, below the file's imports."""
    lines = text.splitlines(keepends=True)
    ends = [0, *(one.end_lineno or 0 for one in tree.body)]
    runs = [(begin, end) for begin in ends for end in ends if end - begin in LINES]
    if not runs:
        return None
    begin = chance.choice(sorted({begin for begin, _ in runs}))
    end = max(end for start, end in runs if start == begin)
    imports = [
        one for one in tree.body if isinstance(one, ast.Import | ast.ImportFrom) and (one.end_lineno or 0) <= begin
    ]
    head = ["".join(lines[one.lineno - 1 : one.end_lineno]) for one in imports]
    piece = "".join([*head, "\n\n" if head else "", *lines[begin:end]])
    return piece if tree_of(piece) is not None else None


def tree_of(text: str) -> str | None:
    """The syntax tree, written out; None where the text does not compile."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            compile(text, "x.py", "exec", dont_inherit=True)
            tree = ast.parse(text)
        for node in ast.walk(tree):  # the white space of a docstring means nothing
            if (
                isinstance(node, ast.Expr)
                and isinstance(node.value, ast.Constant)
                and isinstance(node.value.value, str)
            ):
                node.value.value = inspect.cleandoc(node.value.value).strip()
        return ast.dump(tree)
    except (SyntaxError, ValueError):
        return None


def cases(slip: Slip, originals: list[File], count: int, seed: str) -> Iterator[tuple[str, str]]:
    """Texts with a slip that do not compile, and what is meant."""
    chance = random.Random(seed)
    made = 0
    for _ in range(count * 40):
        pair = slip(chance.choice(originals), chance)
        if pair is not None and tree_of(pair[0]) is None and tree_of(pair[1]) is not None:
            yield pair
            made += 1
            if made == count:
                return


class Bench:
    """The product over the built-in pack, asked for texts in one folder."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "app.py"
        self.folder = folder
        self.diagnoser = Diagnoser(Library.open([builtin_pack()], cache=folder / "cache"))

    def judge(self, text: str, meant: str) -> tuple[str, str, str, str]:
        """(verdict, what was offered, message, the text after the first edit)."""
        self.file.write_text(text, "utf-8", newline="")
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                compile(text, str(self.file), "exec", dont_inherit=True)
        except SyntaxError as error:
            printed = "".join(traceback.format_exception_only(error))
        else:
            raise AssertionError("it compiles")
        message = printed.strip().splitlines()[-1]
        reports = [report for block in read_text(printed) for report in block]
        context = Context(origin="here", folder=str(self.folder), roots=(str(self.folder),), documents=DiskDocuments())
        diagnosis = self.diagnoser.diagnose(reports, context, look=True)[-1]
        wanted, right, after = tree_of(meant), [], []
        offered = [one for one in diagnosis.fixes if one.kind == "edit"]
        for one in offered:
            mend = self.diagnoser.resolve(diagnosis, one.id)
            after.append(apply_edits(text, mend.edits) if mend else text)
            right.append(tree_of(after[-1]) == wanted)
        entry = diagnosis.entry.id if diagnosis.entry else "-"
        told = f"{entry}: {', '.join(('*' if one.preferred else '') + one.id for one in offered)}"
        if not offered:
            return "nothing", told, message, text
        if offered[0].preferred:
            return ("right" if right[0] else "wrong"), told, message, after[0]
        return (
            ("unsure, right" if any(right) else "unsure"),
            told,
            message,
            after[right.index(True) if any(right) else 0],
        )


def diff(one: str, other: str) -> str:
    lines = difflib.unified_diff(one.splitlines(), other.splitlines(), n=2, lineterm="")
    return "\n".join(["    " + line for line in lines][2:])


def main() -> int:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="", help="slips whose name holds this")
    parser.add_argument("--count", type=int, default=50)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--verbose", action="store_true", help="show each case that was not mended rightly")
    parser.add_argument("--wrong", action="store_true", help="show those that were mended wrongly")
    options = parser.parse_args()
    originals = files(random.Random(options.seed))
    print(
        f"{'slip':28} {'cases':>5} {'right':>6} {'wrong':>6} {'unsure':>12} {'nothing':>8}   ({len(originals)} files)"
    )
    total: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as name:
        bench = Bench(Path(name).resolve())
        for slip_name, slip in SLIPS.items():
            if options.only not in slip_name:
                continue
            counts: Counter[str] = Counter()
            for text, meant in cases(slip, originals, options.count, f"{options.seed} {slip_name}"):
                verdict, told, message, after = bench.judge(text, meant)
                counts[verdict] += 1
                if (options.verbose and verdict != "right") or (options.wrong and verdict == "wrong"):
                    print(f"---- {slip_name}: {verdict} ({told})\n  {message}\n  meant:\n{diff(text, meant)}")
                    print(f"  made:\n{diff(text, after)}")
            total += counts
            show(slip_name, counts)
    show("all", total)
    return 0


def show(name: str, counts: Counter[str]) -> None:
    """A row of the table."""
    unsure = counts["unsure"] + counts["unsure, right"]
    told = f"{unsure} ({counts['unsure, right']})"
    print(
        f"{name:28} {sum(counts.values()):5} {counts['right']:6} {counts['wrong']:6} {told:>12} {counts['nothing']:8}",
        flush=True,
    )


if __name__ == "__main__":
    sys.exit(main())
