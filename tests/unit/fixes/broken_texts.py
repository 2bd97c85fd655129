"""What the tests of recipes for text that does not compile share."""

from __future__ import annotations

from .conftest import Apply, Mended

BEFORE = "# é “–” \t½ ＃\n\ttext = '“word”'  # \u00a0\n".replace("\ttext", "text")
AFTER = "\n\nlast = ['ü  ' ,\t2]  # “comment” ½\t\n"


def mended_everywhere(
    mend: Apply,
    recipe: str,
    before: str,
    after: str | None,
    *,
    sure: bool | None = None,
    again: str | None = None,
    **report: str,
) -> Mended | None:
    """Applies a recipe to a text alone, with other text around it, and with other line ends: what it makes of the
    part must be the same, and all around it must stay byte for byte. Answers the first mend. `sure` says how
    sure it has to be; None: as it is. With `again`, it must not apply to what it has made, behind that text."""
    first = mend(recipe, before, **report)
    assert first is None or sure is None or first.mend.sure == sure
    for around in (("", ""), (BEFORE, AFTER)):
        for newline in ("\n", "\r\n"):
            text, wanted = ((around[0] + part + around[1]).replace("\n", newline) for part in (before, after or ""))
            mended = mend(recipe, text, **report)
            if after is None:
                assert mended is None, mended.text
                continue
            assert mended is not None, text
            assert mended.text == wanted
            assert first is not None
            assert mended.mend.sure == first.mend.sure
    assert first is None or again is None or mend(recipe, again + first.text, **report) is None
    return first
