#!/usr/bin/env python3
"""Poor man's logrotate.

Logs greater than a limit are packed (app.log -> app.log.1.gz, the older ones
move up by one) and emptied.  At most KEEP packed files remain of each log.
"""
import argparse
import gzip
import logging
import sys
import tempfile
from pathlib import Path

KEEP = 3

log = logging.getLogger("rotate")


def packed_name(path, number):
    return path.with_name("{}.{}.gz".format(path.name, number))


def shift(path, keep):
    """Move app.log.1.gz to app.log.2.gz and so on; drop the oldest."""
    oldest = packed_name(path, keep)
    if oldest.exists():
        oldest.unlink()
        log.info("dropped %s", oldest.name)
    for number in range(keep - 1, 0, -1):
        source = packed_name(path, number)
        if source.exists():
            source.rename(packed_name(path, number + 1))


def pack(path):
    target = packed_name(path, 1)
    with path.open("rb") as plain, gzip.open(target, "wb") as packed:
        shutil.copyfileobj(plain, packed)
    return target


def rotate(path, limit, keep=KEEP):
    """True if the log was greater than the limit and is now packed."""
    size = path.stat().st_size
    if size <= limit:
        log.info("%s: %d bytes, left alone", path.name, size)
        return False
    shift(path, keep)
    target = pack(path)
    # truncate, do not delete: the service has the file open
    with path.open("w"):
        pass
    log.info("%s: %d bytes -> %s", path.name, size, target.name)
    return True


def self_test():
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for turn in range(5):
            (folder / "app.log").write_text("turn %d\n" % turn + "x" * 5000)
            rotate(folder / "app.log", limit=1000)
        (folder / "cron.log").write_text("tiny\n")
        rotate(folder / "cron.log", limit=1000)

        for path in sorted(folder.iterdir()):
            print(path.name)
        with gzip.open(folder / "app.log.1.gz", "rt") as packed:
            print("newest:", packed.readline().strip())


def main():
    parser = argparse.ArgumentParser(description="pack and empty big log files")
    parser.add_argument("logs", nargs="*", type=Path)
    parser.add_argument("--limit", type=int, default=1_000_000, help="bytes")
    parser.add_argument("--keep", type=int, default=KEEP)
    parser.add_argument("--self-test", action="store_true")
    args = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s", stream=sys.stdout)

    if args.self_test:
        self_test()
    for path in args.logs:
        rotate(path, args.limit, args.keep)


if __name__ == "__main__":
    main()
