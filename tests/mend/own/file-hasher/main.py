"""Hash the files of a folder in background threads; exit status 1 when some are missing."""
import hashlib
import sys
import threading
from pathlib import Path

HERE = Path(__file__).parent
results = {}
lock = threading.Lock()


def hash_file(path):
    digest = hashlib.sha256()
    with open(path, "rb") as f:
        for block in iter(lambda: f.read(4096), b""):
            digest.update(block)
    with lock:
        results[path.name] = digest.hexdigest()


def hash_all(paths):
    threads = []
    for path in paths:
        t = threading.Thread(target=hash_file, args=(path))
        t.start()
        threads.append(t)
    for t in threads:
        t.join()


def duplicates():
    """Names of files with the same content, in groups."""
    groups = {}
    for name, digest in results.items():
        groups.setdefault(digest, []).append(name)
    return [sorted(names) for names in groups.values() if len(names) > 1]


def main():
    paths = sorted((HERE / "assets").glob("*.txt"))
    hash_all(paths)
    for name in sorted(results):
        print(results[name][:12], name)
    for names in duplicates():
        print("same content:", " ".join(names))
    print(len(results), "of", len(paths), "files hashed")
    return 0 if len(results) == len(paths) else 1


if __name__ == "__main__":
    sys.exit(main())
