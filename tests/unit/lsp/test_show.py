"""Cards for clients that have no view for them: a Markdown file, or a message in plain text."""

from __future__ import annotations

import os
from pathlib import Path

from tracemend.lsp.plain import plain_text
from tracemend.lsp.show import as_message, write_card

CARD = """\
# KeyError: `'a_b'` is not in the dictionary

```text
KeyError: '*a*'
```

- [/w/a\\_b.py:10](file:///w/a_b.py#L10) in `f`

**Linux.** Names\\_like\\_this; *Seen: \\[here\\]*
"""
PLAIN = """\
KeyError: 'a_b' is not in the dictionary

    KeyError: '*a*'

- /w/a_b.py:10 in f

Linux. Names_like_this; Seen: [here]
"""


def test_a_card_as_plain_text() -> None:
    assert plain_text(CARD) == PLAIN


def test_a_short_card_is_a_message_as_it_is() -> None:
    assert as_message(CARD, Path("/cards/1.md")) == PLAIN.strip()


def test_a_long_card_ends_with_a_whole_paragraph_and_says_where_the_rest_is() -> None:
    text = as_message("\n\n".join(f"{number} " + "word " * 50 for number in range(100)), Path("/cards/1.md"))
    assert len(text) < 2100
    *paragraphs, last = text.split("\n\n")
    assert last == f"All of it: {Path('/cards/1.md')}"
    assert all(paragraph.count("word") == 50 for paragraph in paragraphs)
    assert as_message("x" * 5000, None).endswith("\n…")
    causes = "- Possible: this\n- ✘ Not the cause: that. Seen: it\n- ✘ Not the cause: more\n\n" + "word " * 500
    assert as_message(causes, None).startswith("- Possible: this\n")
    assert "Not the cause" not in as_message(causes, None)


def test_the_same_card_is_not_written_a_second_time(tmp_path: Path) -> None:
    path = write_card(CARD, tmp_path)
    assert path is not None
    os.utime(path, (1, 1))
    assert write_card(CARD, tmp_path) == path
    assert path.stat().st_mtime == 1
    assert path.read_text(encoding="utf-8") == CARD
    path.write_text("something else", encoding="utf-8")
    assert write_card(CARD, tmp_path) == path
    assert path.read_text(encoding="utf-8") == CARD
    other = write_card(f"{CARD}more", tmp_path)
    assert other != path
