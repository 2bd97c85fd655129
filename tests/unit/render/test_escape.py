"""Nothing that a program printed may format, link or hide anything."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from tracemend.render.escape import code_block, code_span, markdown, one_line, visible

HOSTILE = "](command:x) <img src=x> `code` **bold** [a](b) ![i](u) \u202e \x1b[31m $x$ # h"


def plain(text: str) -> str:
    """The text that a Markdown reader shows."""
    tokens = MarkdownIt().parseInline(text)[0].children or []
    return "".join(token.content for token in tokens)


def test_hostile_text_reads_as_itself() -> None:
    shown = MarkdownIt().parseInline(markdown(HOSTILE))[0].children or []
    assert {token.type for token in shown} <= {"text", "text_special"}
    assert plain(markdown(HOSTILE)) == " ".join(visible(HOSTILE).split())


@given(st.text(max_size=60) | st.text(alphabet="-+#>=1.) \\`*_[](x", max_size=12))
def test_any_text_reads_as_itself(text: str) -> None:
    shown = " ".join(visible(text).split())
    assert plain("x " + markdown(text) + " x") == f"x {shown} x"
    blocks = [token.type for token in MarkdownIt().parse(markdown(text))]
    assert blocks in ([], ["paragraph_open", "inline", "paragraph_close"])


@pytest.mark.parametrize("text", ["see https://example.org/x", "WWW.example.org", "a@example.org", "HTTP://x.y"])
def test_no_address_becomes_a_link(text: str) -> None:
    tokens = MarkdownIt("gfm-like").parseInline(markdown(text))[0].children or []
    assert "link_open" not in {token.type for token in tokens}


@given(st.text(alphabet="`ab \n", min_size=1, max_size=30))
def test_inline_code_cannot_be_left(text: str) -> None:
    shown = " ".join(text.split())
    span = code_span(text)
    if not shown:
        assert span == ""
        return
    tokens = MarkdownIt().parseInline(span)[0].children or []
    assert [token.type for token in tokens] == ["code_inline"]
    assert tokens[0].content.strip() == shown.strip()


def test_a_block_cannot_be_left() -> None:
    tokens = MarkdownIt().parse(code_block("a\n```\n# not a heading\n```` more"))
    assert [token.type for token in tokens] == ["fence"]


def test_one_line_is_bounded_and_visible() -> None:
    assert one_line("a\nb\x00c") == "a b\N{REPLACEMENT CHARACTER}c"
    assert len(one_line("x" * 1000)) == 300
    assert "\ud800" not in visible("\ud800")
