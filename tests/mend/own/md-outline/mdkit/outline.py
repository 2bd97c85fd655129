"""Print a table of contents for a Markdown file.

    python -m mdkit.outline FILE
"""
import sys
from pathlib import Path

from .text import make_slug, strip_marks


def headings(text):
    """(level, text) of all headings; lines within code fences do not count."""
    fenced = False
    for line in text.splitlines():
        if line.startswith("```"):
            fenced = not fenced
        elif not fenced and line.startswith("#"):
            marks, _, rest = line.partition(" ")
            yield len(marks), strip_marks(rest)


def outline(text):
    seen = {}
    for level, title in headings(text):
        slug = slugify(title)
        seen[slug] = seen.get(slug, 0) + 1
        if seen[slug] > 1:
            slug = f"{slug}-{seen[slug] - 1}"
        yield "  " * (level - 1) + f"- [{title}](#{slug})"


def main(argv):
    if len(argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    lines = list(outline(Path(argv[1]).read_text(encoding="utf-8")))
    print("\n".join(lines))
    print(len(lines), "headings")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
