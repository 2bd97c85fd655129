"""`plot-keyword`, `plot-style`, `plot-backend`, `plot-colours`, `picture-measure`, `picture-mode`: what
Matplotlib and Pillow call otherwise, or no longer have.

- `plot-keyword`: `density` for `normed`, and properties of lines that are misspelt (`colour`).
- `plot-style`: `seaborn-v0_8` for `seaborn`.
- `plot-backend`: `Agg`, which needs no screen; sure where the program shows nothing, but saves.
- `plot-colours`: `plt.get_cmap` for `plt.cm.get_cmap`.
- `picture-measure`: `textbbox((0, 0), ...)[2:]` for `textsize`, `getbbox(...)[2:]` for `getsize`: the same two numbers.
- `picture-mode`: `.convert("RGB")` before a picture is saved as JPEG, which has neither transparency nor a palette.

Sources: https://matplotlib.org/stable/api/prev_api_changes/api_changes_3.9.0.html,
https://matplotlib.org/stable/users/explain/figure/backends.html,
https://pillow.readthedocs.io/en/stable/deprecations.html,
https://pillow.readthedocs.io/en/stable/handbook/image-file-formats.html#jpeg
"""

from __future__ import annotations

import ast

from tracemend import lazy
from tracemend.evidence.similar import closest, slip_of
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.chains import made_by
from tracemend.fixes.toolkit.code import called, dotted, function_around, keyword_of, text_of
from tracemend.fixes.toolkit.failing import the_failing
from tracemend.fixes.toolkit.imports import imports_for
from tracemend.source.module import whole

_KEYWORD = lazy.regex(r"(?:\w+\.)?\w+\(\) got an unexpected keyword argument '(\w+)'")
_PROPERTIES = (
    *("color", "linewidth", "linestyle", "marker", "markersize", "label", "alpha", "markeredgecolor", "drawstyle"),
    *("markerfacecolor", "facecolor", "edgecolor", "zorder", "visible", "density", "bins", "fontsize", "rotation"),
)
_RENAMED = {"normed": "density", "colour": "color", "colors": "color"}
_MODES = lazy.regex(r"cannot write mode (RGBA|P|LA|PA|RGBa|La) as JPEG")


def keyword(request: Request) -> Mend | None:
    """`density=True` for `normed=True`."""
    asked = _KEYWORD.match(request.report.first_line)
    found = the_failing(request, ast.Call, lambda call: asked is not None and keyword_of(call, asked[1]) is not None)
    if asked is None or found is None:
        return None
    wrong = asked[1]
    given = keyword_of(found[1], wrong)
    right = _RENAMED.get(wrong) or slip_of(wrong, _PROPERTIES) or closest(wrong, _PROPERTIES)
    if given is None or right is None or keyword_of(found[1], right) is not None:
        return None
    start = found[0].span(given)[0]
    return Mend((TextEdit(start, start + len(wrong), right),))


def style(request: Request) -> Mend | None:
    """`seaborn-v0_8` for `seaborn`."""
    found = the_failing(request, ast.Constant, lambda one: (text_of(one) or "").partition("-")[0] == "seaborn")
    if found is None or "is not a valid package style" not in request.report.message:
        return None
    file, node = found
    start, end = file.span(node)
    written = file.source.text[start:end]
    at = start + written.index("seaborn") + len("seaborn")
    return Mend((TextEdit(at, at, "-v0_8"),)) if "v0_8" not in written else None


def backend(request: Request) -> Mend | None:
    """`matplotlib.use("Agg")`."""
    statement = request.place.statement
    file = whole(statement.source) if statement is not None else None
    if file is None or "Cannot load backend" not in request.report.first_line:
        return None
    every = [one for one in file.nodes if isinstance(one, ast.Call)]
    uses = [one for one in every if (dotted(one.func) or "").endswith(("matplotlib.use", "mpl.use")) and one.args]
    if len(uses) != 1 or text_of(uses[0].args[0]) is None:
        return None
    shows = any(called(one) == "show" for one in every)
    saves = any(called(one) == "savefig" for one in every)
    start, end = file.span(uses[0].args[0])
    quote = file.source.text[end - 1]
    return Mend((TextEdit(start, end, f"{quote}Agg{quote}"),), sure=saves and not shows)


def colours(request: Request) -> Mend | None:
    """`plt.get_cmap` for `plt.cm.get_cmap`."""
    found = the_failing(request, ast.Attribute, lambda one: one.attr == "get_cmap")
    if found is None or "module 'matplotlib.cm' has no attribute" not in request.report.first_line:
        return None
    file = found[0]
    statement = file.statement(found[1])
    imports = imports_for(file.source, statement.line_of(statement.node), function_around(statement) is not None)
    pyplot = imports.find_module("matplotlib.pyplot") or imports.module("matplotlib.pyplot", "plt")
    edits = [
        TextEdit(*file.span(one), f"{pyplot}.get_cmap")
        for one in file.nodes
        if isinstance(one, ast.Attribute) and one.attr == "get_cmap" and (dotted(one.value) or "").endswith("cm")
    ]
    return Mend((*edits, *imports.edits())) if edits else None


def measure(request: Request) -> Mend | None:
    """`draw.textbbox((0, 0), text)[2:]`, `font.getbbox(text)[2:]`."""
    found = the_failing(request, ast.Call, lambda one: called(one) in ("textsize", "getsize") and bool(one.args))
    if found is None or not isinstance(found[1].func, ast.Attribute):
        return None
    file, call = found
    name = called(call)
    end, stop = file.span(call.func)[1], file.span(call)[1]
    edits = [
        TextEdit(end - len(name), end, "getbbox" if name == "getsize" else "textbbox"),
        TextEdit(stop, stop, "[2:]"),
    ]
    if name == "textsize":
        at = file.span(call.args[0])[0]
        if file.source.text[end:at].strip() != "(":
            return None
        edits.append(TextEdit(at, at, "(0, 0), "))
    return Mend(tuple(edits))


def mode(request: Request) -> Mend | None:
    """`picture.convert("RGB").save("a.jpg")`."""
    found = the_failing(request, ast.Call, lambda one: called(one) == "save" and isinstance(one.func, ast.Attribute))
    if found is None or not _MODES.search(request.report.message) or not isinstance(found[1].func, ast.Attribute):
        return None
    file, inner = found[0], found[1].func.value
    if made_by(file, inner, "convert") is not None:
        return None
    at = file.span(inner)[1]
    return Mend((TextEdit(at, at, '.convert("RGB")'),))


RECIPES = (
    Recipe("plot-keyword", "Writes a property of a plot as Matplotlib spells it.", keyword),
    Recipe("plot-style", "Writes the new name of Seaborn's styles.", style),
    Recipe(
        "plot-backend",
        "Draws without a screen.",
        backend,
        unsure="Nothing is shown on a screen then; pictures can be saved only.",
    ),
    Recipe("plot-colours", "Takes colour maps from where they are now.", colours),
    Recipe("picture-measure", "Measures a text by its box.", measure),
    Recipe("picture-mode", "Takes transparency out of a picture that is saved as JPEG.", mode),
)
