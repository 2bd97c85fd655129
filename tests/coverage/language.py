"""Which of CPython's own errors no entry explains: exceptions, numbers of the system, what was removed since 3.8.

    python tests/coverage/language.py                                what is missing, by list
    python tests/coverage/language.py --write CPYTHON [PYTHON...]    makes the lists anew: see language_lists.py

- exceptions.txt: the built-in exceptions and warnings of 3.10 to 3.14. Each has an entry, a general one too, whose
  signature names it, alone or with near kin, and which a report of that type gets. What nobody is shown is left out.
- errno.txt: name, number and words of the documentation's names. A report with number and words, and one with the
  words alone, get an entry that is not general; one for many numbers only where a table says what this one means.
- winerror.txt: the numbers of PC/errmap.h and of Windows Sockets, each with the class that Python raises: the same.
- removed-modules.txt: `No module named ...` gets an entry other than the one for what is not installed.
- removed-names.txt: `module.name` or `module.Class.name` and the version that it is gone from. The entry that such a
  report gets has a cause that a table confirms, which says what there is now: it needs neither source nor machine.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from tracemend.context import Context
from tracemend.diagnosis import Diagnoser, Diagnosis
from tracemend.knowledge import packs
from tracemend.knowledge.model import Entry
from tracemend.matching.library import Library

HERE = Path(__file__).parent
RARE = frozenset(("python.os.rare-number", "python.os.windows-rare-number"))
"""The entries for many numbers at once."""
NOT_MET = frozenset(("_IncompleteInputError",))
"""`codeop` catches it inside Python's own console; people are shown the SyntaxError it stands for."""
NEAR_KIN = 16
"""An entry that names more exceptions than this explains none of them."""
NOT_INSTALLED = frozenset(("python.imports.module-not-found",))
OF_ANY_NAME = frozenset(
    ("python.imports.module-attribute", "python.imports.cannot-import-name", "python.types.attribute-missing")
)
"""The entries for names that are missing, whatever the reason; another entry is about the removed name itself."""
_TRACEBACK = 'Traceback (most recent call last):\n  File "app.py", line 3, in <module>\n'
TABLES = frozenset(("moved", "removed", "other-language"))
"""The causes that the knowledge's tables confirm."""


class Coverage:
    """The lists, held against the built-in pack."""

    def __init__(self) -> None:
        pack = packs.builtin_pack()
        self._diagnoser = Diagnoser(Library.open([pack]))
        self._entries: tuple[Entry, ...] = packs.read_pack(pack).entries
        self.rare: dict[str, int] = {}

    def missing(self, name: str) -> list[str]:
        """The lines of a list that no entry explains, each with why."""
        return [f"{line}: {why}" for line in lines(name) if (why := _CHECKS[name](self, line)) is not None]

    def said(self, text: str) -> Diagnosis | None:
        """What is said last of a text that is pasted."""
        found = self._diagnoser.diagnose(text, Context("elsewhere", selected=True))
        return found[-1] if found else None

    def of_exception(self, name: str) -> str | None:
        """Why an exception has no entry."""
        if name in NOT_MET:
            return None
        named = {
            entry.id
            for entry in self._entries
            for signature in entry.match
            if signature.exception and name in signature.exception and len(signature.exception) <= NEAR_KIN
        }
        if not named:
            return "no entry names it"
        said = self.said(f"{_TRACEBACK}{name}: it happened\n")
        if said is None or said.entry is None:
            return "not explained"
        return None if said.entry.id in named else f"explained by {said.entry.id}, which does not name it"

    def of_errno(self, line: str) -> str | None:
        """Why a name of `errno` has no entry."""
        _, number, words = line.split(" ", 2)
        error = type(OSError(int(number), words)).__name__ if sys.platform == "linux" else "OSError"
        numbered = f"{error}: [Errno {number}] {words}"
        for text in (numbered, f"{numbered}: 'a'", f"OSError: {words}"):
            if (why := self._special(text, "errno")) is not None:
                return f"{text!r} {why}"
        return None

    def of_winerror(self, line: str) -> str | None:
        """Why a number of Windows has no entry."""
        number, error = line.split()
        return self._special(f"{error}: [WinError {number}] Das System sagt es so", "winerror")

    def of_module(self, name: str) -> str | None:
        """Why a removed module has no entry."""
        text = f"ModuleNotFoundError: No module named '{name}'"
        if name.startswith("typing."):
            text += "; 'typing' is not a package"
        return self._special(text, "", besides=NOT_INSTALLED)

    def of_name(self, line: str) -> str | None:
        """Why a removed name has no entry that says what there is now."""
        for text in reports(line.split()[0]):
            why = self._special(text, "")
            if why is not None:
                return f"{text!r} {why}"
            said = self.said(text)
            if said is None or said.entry is None or said.entry.id not in OF_ANY_NAME:
                continue
            confirmed = {cause.id for cause in said.causes if cause.verdict == "confirmed"}
            if not confirmed & TABLES:
                return f"{text!r}: no table has it"
        return None

    def _special(self, text: str, kind: str, besides: frozenset[str] = frozenset()) -> str | None:
        said = self.said(text)
        if said is None or said.entry is None or said.match is None:
            return "is not explained"
        if said.match.general or said.entry.id in besides:
            return f"is explained by {said.entry.id} alone"
        if kind and said.entry.id in RARE:
            if not any(cause.id == "of-this-number" and cause.verdict == "confirmed" for cause in said.causes):
                return f"is explained by {said.entry.id}, and no table says what the number means"
            if ": 'a'" not in text and "[" in text:
                self.rare[kind] = self.rare.get(kind, 0) + 1
        return None


def lines(name: str) -> list[str]:
    """The lines of a list."""
    return (HERE / f"{name}.txt").read_text(encoding="utf-8").splitlines()


def reports(name: str) -> Iterator[str]:
    """What is printed where a removed name is used: of a module, of a class's object."""
    owner, _, last = name.rpartition(".")
    kind = owner.rpartition(".")[2]
    if kind[:1].isupper() or owner == "array.array":
        of_c = owner in ("array.array", "xml.etree.ElementTree.Element")
        yield f"AttributeError: '{owner if of_c else kind}' object has no attribute '{last}'"
    else:
        yield f"AttributeError: module '{owner}' has no attribute '{last}'"
        yield f"ImportError: cannot import name '{last}' from '{owner}' (/usr/lib/python3/{owner.replace('.', '/')}.py)"


_CHECKS: dict[str, Callable[[Coverage, str], str | None]] = {
    "exceptions": Coverage.of_exception,
    "errno": Coverage.of_errno,
    "winerror": Coverage.of_winerror,
    "removed-modules": Coverage.of_module,
    "removed-names": Coverage.of_name,
}
LISTS = tuple(_CHECKS)


def main() -> int:
    """Prints what is missing."""
    if sys.argv[1:2] == ["--write"]:
        from language_lists import write

        write(Path(sys.argv[2]), sys.argv[3:])
    coverage, missed = Coverage(), 0
    for name in LISTS:
        left, every = coverage.missing(name), len(lines(name))
        rare = f", {coverage.rare[name]} of them by the entry for many numbers" if name in coverage.rare else ""
        print(f"{name}: {every - len(left)} of {every}{rare}", *(f"  {line}" for line in left), sep="\n")
        missed += len(left)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
