"""Check the files of a folder against a manifest, several at a time.

    python checksums.py files manifest.txt
"""
import argparse
import hashlib
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

BLOCK = 1 << 16


def digest(path: Path, algorithm: str = "sha256"):
    """(name, hex digest) of one file, read block by block."""
    h = hashlib.new(algorithm)
    with path.open("rb") as stream:
        while block := stream.read(BLOCK):
            h.update(block)
    return path.name, h.hexdigest()


def read_manifest(path: Path) -> dict:
    expected = {}
    for line in path.read_text().splitlines():
        if line and not line.startswith("#"):
            checksum, name = line.split()
            expected[name] = checksum
    return expected


def check(folder: Path, expected: dict, workers: int = 4) -> list:
    paths = [p for p in sorted(folder.iterdir()) if p.is_file()]
    verdicts = []
    with ThreadPoolExecutor(max_workers=workers) as pool:
        futures = {
            pool.submit(digest(path)): path
            for path in paths
        }
        for future in as_completed(futures):
            name, checksum = future.result()
            if name not in expected:
                verdict = "unlisted"
            elif checksum.startswith(expected[name]):
                verdict = "ok"
            else:
                verdict = "CHANGED"
            verdicts.append((name, verdict))
    missing = set(expected) - {path.name for path in paths}
    verdicts += [(name, "missing") for name in missing]
    return sorted(verdicts)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("manifest", type=Path)
    parser.add_argument("-j", "--workers", type=int, default=4)
    args = parser.parse_args()
    for name, verdict in check(args.folder, read_manifest(args.manifest), args.workers):
        print(f"{verdict:<9}{name}")


if __name__ == "__main__":
    main()
