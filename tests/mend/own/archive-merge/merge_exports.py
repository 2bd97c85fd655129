"""Merge the monthly export archives into one CSV without duplicates.

Each archive in exports/ holds members.csv and a readme; later archives win.
"""
import csv
import io
import logging
import zipfile
from pathlib import Path
from typing import Dict, Iterator, List, Tuple

logging.basicConfig(level=logging.INFO, format="%(levelname)s %(message)s")
log = logging.getLogger("merge")

HERE = Path(__file__).resolve().parent
FIELDS = ["id", "name", "joined", "town"]


def members_of(archive: Path) -> Iterator[Dict[str, str]]:
    """All rows of every CSV file in the archive."""
    with zipfile.ZipFile(archive) as bundle:
        for info in bundle.infolist():
            if info.is_dir() or not info.filename.endswith(".csv"):
                log.info("%s: left out %s", archive.name, info.filename)
                continue
            with bundle.open(info) as member:
                reader = csv.DictReader(member)
                for row in reader:
                    yield {key: (row.get(key) or "").strip() for key in FIELDS}


def merge(archives: List[Path]) -> Tuple[Dict[str, Dict[str, str]], int]:
    """Rows by id, and how many of them replaced an older one."""
    merged: Dict[str, Dict[str, str]] = {}
    replaced = 0
    for archive in archives:
        for row in members_of(archive):
            if row["id"] in merged and merged[row["id"]] != row:
                replaced += 1
            merged[row["id"]] = row
    return merged, replaced


def to_csv(rows) -> str:
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, fieldnames=FIELDS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return buffer.getvalue()


def main() -> None:
    archives = sorted((HERE / "exports").glob("*.zip"))
    merged, replaced = merge(archives)
    ordered = sorted(merged.values(), key=lambda row: int(row["id"]))
    print(to_csv(ordered), end="")
    print(f"{len(archives)} archives, {len(merged)} members, {replaced} changed")


if __name__ == "__main__":
    main()
