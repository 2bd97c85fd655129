"""The names that an entry uses: facts, recipes, tools, and the values in its titles, commands and steps."""

from __future__ import annotations

from collections.abc import Iterator

from tracemend import lazy
from tracemend.evidence.environment import MACHINE_VALUES
from tracemend.evidence.registry import facts
from tracemend.fixes.commands import command_recipes
from tracemend.fixes.registry import recipe_named
from tracemend.knowledge import rules
from tracemend.knowledge.fault import Fault, MakeFault
from tracemend.knowledge.model import Clause, Entry, Fix
from tracemend.knowledge.packs import Pack
from tracemend.knowledge.template import fields
from tracemend.reading.dialects import TOOLS

_GROUP = lazy.regex(r"\(\?P<(\w+)>")
_ALWAYS = frozenset({"path", "path2"})


def check(pack: Pack, entry: Entry) -> Iterator[Fault]:
    """Every name has to exist, and every value has to be given by something."""
    fault = rules.fault_of(rules.file_of(pack.folder, entry.id))
    for key, clause in _clauses(entry):
        yield from _clause(fault, key, clause)
    for number, signature in enumerate(entry.match):
        for tool in signature.tool:
            if tool not in TOOLS:
                known = ", ".join(sorted(TOOLS))
                yield fault(f"match[{number}].tool", f"no reader reads {tool}.", f"Tools: {known}.")
    for number, fix in enumerate(entry.fixes):
        yield from _recipe(fault, f"fixes[{number}]", fix)
    given = captures(entry) | _given(entry) | set(MACHINE_VALUES)
    for key, text in _templates(entry):
        for field in fields(text):
            if field not in given:
                yield fault(key, f"nothing gives {{{field}}}.", f"Known here: {', '.join(sorted(given))}.")


def captures(entry: Entry) -> set[str]:
    """The names that the entry's patterns and the reader capture."""
    patterns = [signature.message for signature in entry.match if signature.message] + [entry.command or ""]
    return {name for pattern in patterns for name in _GROUP.findall(pattern)} | _ALWAYS


def _clauses(entry: Entry) -> Iterator[tuple[str, Clause]]:
    for number, signature in enumerate(entry.match):
        yield from ((f"match[{number}].code", clause) for clause in signature.code)
    for number, cause in enumerate(entry.causes):
        yield from ((f"causes[{number}].evidence", clause) for clause in cause.evidence)
    for number, fix in enumerate(entry.fixes):
        yield from ((f"fixes[{number}].evidence", clause) for clause in fix.evidence)


def _given(entry: Entry) -> set[str]:
    known = facts()
    return {name for _, clause in _clauses(entry) if clause.fact in known for name in known[clause.fact].gives}


def _templates(entry: Entry) -> Iterator[tuple[str, str]]:
    yield "title", entry.title
    for number, fix in enumerate(entry.fixes):
        key = f"fixes[{number}]"
        yield f"{key}.title", fix.title
        yield from ((f"{key}.steps", step) for step in fix.steps)
        if fix.command is not None:
            for words in (*fix.command.posix, *fix.command.windows):
                yield from ((f"{key}.command", word) for word in words)
            yield from ((f"{key}.command", str(value)) for value in fix.command.arguments.values())
        if fix.edit is not None:
            texts = (value for value in fix.edit.arguments.values() if isinstance(value, str))
            yield from ((f"{key}.edit", text) for text in texts)


def _clause(fault: MakeFault, key: str, clause: Clause) -> Iterator[Fault]:
    fact = facts().get(clause.fact)
    if fact is None:
        yield fault(key, f"there is no fact {clause.fact}.", "See: tracemend knowledge facts")
        return
    for name in clause.arguments:
        if name not in fact.arguments:
            known = ", ".join(fact.arguments) or "none"
            yield fault(key, f"{clause.fact} takes no argument {name}.", f"It takes: {known}.")


def _recipe(fault: MakeFault, key: str, fix: Fix) -> Iterator[Fault]:
    if fix.edit is not None:
        recipe = recipe_named(fix.edit.recipe)
        if recipe is None:
            yield fault(f"{key}.edit", f"there is no recipe {fix.edit.recipe}.", "See: tracemend knowledge recipes")
            return
        for name in fix.edit.arguments:
            if name not in recipe.arguments:
                known = ", ".join(recipe.arguments) or "none"
                yield fault(f"{key}.edit", f"{recipe.name} takes no argument {name}.", f"It takes: {known}.")
    if fix.command is not None and fix.command.recipe and fix.command.recipe not in command_recipes():
        known = ", ".join(sorted(command_recipes()))
        yield fault(f"{key}.command", f"there is no command recipe {fix.command.recipe}.", f"There are: {known}.")
