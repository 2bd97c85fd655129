"""Writes a page for each entry into a folder, with what MkDocs needs to make a searchable site of them: `make site`."""

from __future__ import annotations

import sys
from pathlib import Path

import pages
from tracemend.knowledge.coverage import area_of
from tracemend.knowledge.packs import builtin_pack, read_pack

CONFIG = """\
site_name: Tracemend
site_description: Errors that Python developers meet, explained, with what mends them.
docs_dir: pages
site_dir: {site}
use_directory_urls: true
theme:
  name: material
  font: false
  features: [search.suggest, search.highlight, content.code.copy, navigation.top]
plugins: [search]
markdown_extensions: [admonition, tables, toc]
validation: {{links: {{not_found: warn, anchors: warn}}}}
nav:
  - What Tracemend knows: index.md
{areas}
"""


def write(folder: Path, site: Path) -> int:
    """Write the pages and the configuration; how many entries there are. Raises OSError where that cannot be done."""
    content = read_pack(builtin_pack())
    if content.faults:
        raise SystemExit("\n".join(map(str, content.faults)))
    entries = sorted(content.entries, key=lambda entry: entry.id)
    titles = {entry.id: pages.title_of(entry) for entry in entries}
    docs = folder / "pages"
    docs.mkdir(parents=True, exist_ok=True)
    for old in docs.glob("*.md"):
        old.unlink()
    for entry in entries:
        (docs / f"{entry.id}.md").write_text(pages.page(entry, titles), encoding="utf-8")
    areas = sorted({area_of(entry.id) for entry in entries})
    for area in areas:
        (docs / f"area-{area}.md").write_text(pages.area(area, entries), encoding="utf-8")
    (docs / "index.md").write_text(pages.overview(entries), encoding="utf-8")
    listed = "\n".join(f"  - {area}: area-{area}.md" for area in areas)
    (folder / "mkdocs.yml").write_text(CONFIG.format(site=site.resolve(), areas=listed), encoding="utf-8")
    return len(entries)


if __name__ == "__main__":
    print(f"{write(Path(sys.argv[1]), Path(sys.argv[2]))} entries")
