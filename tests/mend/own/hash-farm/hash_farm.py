"""Find files with the same content, hashing them on several threads."""
import hashlib
import tempfile
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

CHUNK = 1 << 16


def digest(path):
    """SHA-256 of a file, read in pieces."""
    value = hashlib.sha256()
    with open(path, "rb") as file:
        while chunk := file.read(CHUNK):
            value.update(chunk)
    return value.hexdigest()


def digests(paths, workers=4):
    """{path: digest} of all paths."""
    result = {}
    with ThreadPoolExecutor(max_workers=workers) as pool:
        jobs = {pool.submit(digest(path)): path for path in paths}
        for job in as_completed(jobs):
            result[jobs[job]] = job.result()
    return result


def duplicates(found):
    groups = defaultdict(list)
    for path, value in found.items():
        groups[value].append(path)
    return [sorted(paths) for paths in groups.values() if len(paths) > 1]


def make_samples(folder):
    for number, content in enumerate([b"abc" * 50_000, b"x", b"y" * 10, b"abc" * 50_000]):
        (folder / f"part-{number}.bin").write_bytes(content)


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_samples(folder)
        found = digests(folder.glob("*.bin"))
        print("parts:", len(found))
        for group in duplicates(found):
            print("same content:", *(path.name for path in group))


if __name__ == "__main__":
    main()
