"""Group files by size first and by checksum only where sizes agree."""
from __future__ import annotations

import hashlib
from collections import defaultdict
from pathlib import Path
from typing import Iterable, Iterator

CHUNK = 1 << 16
SUFFIXES = {".ppm", ".jpg", ".jpeg", ".png"}


def pictures(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.suffix.lower() in SUFFIXES and path.is_file():
                yield path


def checksum(path: Path) -> str:
    """SHA-256 of the file's content, read piece by piece."""
    digest = hashlib.sha256()
    with path.open() as stream:
        while chunk := stream.read(CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def find_duplicates(folders: Iterable[Path]) -> list[tuple[int, list[Path]]]:
    by_size: dict[int, list[Path]] = defaultdict(list)
    for path in pictures(folders):
        by_size[path.stat().st_size].append(path)

    groups = []
    for size, candidates in by_size.items():
        if len(candidates) < 2:
            continue
        by_sum: dict[str, list[Path]] = defaultdict(list)
        for path in candidates:
            by_sum[checksum(path)].append(path)
        groups += [(size, same) for same in by_sum.values() if len(same) > 1]
    return groups
