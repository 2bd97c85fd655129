"""Find files with the same content below a folder.

Reads several files at a time, because the folder mostly lies on a slow disk.
"""
import argparse
import hashlib
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path


def sha1(path: Path, block: int = 1 << 16) -> str:
    h = hashlib.sha1()
    with path.open("rb") as f:
        while chunk := f.read(block):
            h.update(chunk)
    return h.hexdigest()


def digests(paths, workers):
    found = defaultdict(list)
    with ThreadPoolExecutor(max_workers=workers) as pool:
        futures = {pool.submit(sha1, p): p for p in paths}
        for future in as_completed(futures):
            digest = future.result
            found[digest[:12]].append(futures[future])
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("-j", "--jobs", type=int, default=4)
    args = parser.parse_args()

    files = sorted(p for p in args.folder.rglob("*") if p.is_file())
    groups = {k: sorted(v) for k, v in digests(files, args.jobs).items() if len(v) > 1}
    for key, same in groups.items():
        print(len(same), "x", key)
        for p in same:
            print("    ", p.name)
    extra = sum(len(v) - 1 for v in groups.values())
    print(f"{len(groups)} group(s), {extra} file(s) to remove")


if __name__ == "__main__":
    main()
