"""Writes a log as large as wanted: what servers and jobs print all day, and about 0.1% of it errors that were printed.

python tests/bench/make_log.py FILE [MEGABYTES]
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path

CORPUS = Path(__file__).parents[1] / "corpus" / "python.jsonl"
SHARE = 0.001
NAMES = ("anna", "bo", "chandra", "dmitri", "eve", "fatou", "goran", "hana")
PATHS = ("/", "/items/17", "/api/v2/orders?page=3", "/static/app.css", "/healthz", "/users/me", "/search?q=red+shoes")
MODULES = ("shop.orders", "shop.stock", "worker.mail", "worker.resize", "db.pool", "cache", "scheduler")
STEPS = ("was stored", "was sent", "was read again after 3 tries", "took longer than usual", "is up to date", "done")


def lines(source: random.Random) -> Iterator[str]:
    """Lines without end, in the formats of logging, uvicorn, nginx, gunicorn, celery, pip, pytest and others."""
    second = 0
    while True:
        second += source.random() < 0.05
        clock = f"{second // 3600 % 24:02}:{second // 60 % 60:02}:{second % 60:02}"
        number, name = source.randrange(100_000), source.choice(NAMES)
        path, module, step = source.choice(PATHS), source.choice(MODULES), source.choice(STEPS)
        address = f"10.0.{number % 256}.{number // 256 % 256}"
        yield from (
            f"2026-11-24 {clock},{number % 1000:03} INFO     {module}: item {number} of {name} {step}",
            f'{address} - - [24/Nov/2026:{clock} +0000] "GET {path} HTTP/1.1" 200 {number} "-" "Mozilla/5.0 (X11)"',
            f'INFO:     {address}:{number % 60000} - "GET {path} HTTP/1.1" 200 OK',
            f"2026-11-24 {clock},{number % 1000:03} DEBUG    {module}: cache hit for key user:{name}:{number}",
            f"[2026-11-24 {clock},{number % 1000:03}: INFO/MainProcess] Task {module}.run[{number:08x}] succeeded",
            f"[2026-11-24 {clock} +0000] [{number % 4000}] [INFO] Worker with pid {number % 4000} is alive",
            f"tests/test_{module.replace('.', '_')}.py::test_{name}_{number} PASSED [ {number % 100:2}%]",
            f"  - batch {number}: {number % 17} of {number % 19 + 17} {step}, 0 failed",
            "",
        )


def write(file: Path, megabytes: int) -> int:
    """Write the log; how many errors it holds. The same for the same size."""
    source = random.Random(17)
    size = megabytes * 1_000_000
    errors = [json.loads(line)["text"].rstrip("\n") for line in CORPUS.read_text("utf-8").splitlines()]
    every = sum(map(len, errors)) / len(errors) / SHARE  # characters between two errors
    count, written, due = 0, 0, every / 2
    with file.open("w", encoding="utf-8", newline="\n") as out:
        for line in lines(source):
            if written >= size:
                return count
            if written >= due:
                line = "\n" + errors[count % len(errors)] + "\n"
                count += 1
                due += every
            written += out.write(line + "\n")
    return count


if __name__ == "__main__":
    print(write(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 100), "errors")
