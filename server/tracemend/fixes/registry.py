"""All recipes by name, and the one way to apply one."""

from __future__ import annotations

import importlib
import logging
from collections.abc import Mapping
from functools import lru_cache

from tracemend.fixes.families import FAMILIES
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit, apply_edits
from tracemend.fixes.toolkit.edits import merged
from tracemend.fixes.toolkit.workspace import may_be_made
from tracemend.knowledge.model import Edit
from tracemend.source.text import SourceText

_log = logging.getLogger(__name__)

MAX_EDITS = 20_000
"""A mend that touches more places than this is no mend of one error."""
LINE_LIMIT = 88
"""Characters of a line that ruff and black allow by default."""
MAX_ADDED = 200_000
"""No mend adds more characters than this, indentation included."""


@lru_cache(maxsize=1)
def _modules() -> Mapping[str, str]:
    return {name: module for module, names in FAMILIES.items() for name in names.split()}


def recipe_named(name: str) -> Recipe | None:
    """The recipe that entries call so; None where there is none. Its module is loaded when it is first asked for."""
    module = _modules().get(name)
    if module is None:
        return None
    loaded = importlib.import_module(f"tracemend.fixes.recipes.{module}")
    return next((recipe for recipe in loaded.RECIPES if recipe.name == name), None)


def recipes() -> Mapping[str, Recipe]:
    """Every recipe by its name; this loads all of them."""
    found = {name: recipe_named(name) for name in _modules()}
    return {name: recipe for name, recipe in found.items() if recipe is not None}


def apply(edit: Edit, request: Request) -> Mend | None:
    """The edits of a recipe for a request; None where it does not apply, is not known, or fails.

    A recipe's failure is a fault of the recipe, not of the user's code: it is logged by the recipe's name alone.
    """
    recipe = recipe_named(edit.recipe)
    source = request.place.source
    if recipe is None or source is None or request.place.line is None:
        return None
    if recipe.needs_statement and request.place.statement is None:
        return None
    try:
        mend = recipe.apply(request)
        if mend is None or not (mend.edits or mend.others) or len(mend.edits) > MAX_EDITS:
            return None
        note = mend.note if mend.sure or mend.note else recipe.unsure
        mend = mend._replace(edits=merged(mend.edits), note=note)
        if not may_be_made(mend.others, request.context):
            return None
        if any(_makes_long(edit, source) for edit in mend.edits if mend.file is None):
            from tracemend.fixes.toolkit.wrapping import wrapped

            mend = wrapped(mend, source, LINE_LIMIT)
        if mend.file is None and mend.edits:
            mended = apply_edits(source.text, mend.edits)
            if mended == source.text or len(mended) - len(source.text) > MAX_ADDED:
                return None
            from tracemend.fixes.toolkit.soundness import is_sound

            if not is_sound(source, mend.edits):
                _log.warning("The recipe %s would break this file; it is not offered.", edit.recipe)
                return None
    except Exception as error:
        _log.warning("The recipe %s failed: %s", edit.recipe, type(error).__name__)
        return None
    return mend


def _makes_long(edit: TextEdit, source: SourceText) -> bool:
    """Whether an edit may make a line longer than formatters allow."""
    line = source.line(source.position(edit.start)[0])
    return bool(edit.text) and "\n" not in edit.text and len(line) + len(edit.text) > LINE_LIMIT
