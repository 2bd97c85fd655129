"""Rise of the river per hour, with a warning over the mark."""
import csv
import sys
from typing import Iterator, NamedTuple

WARNING_CM = 130


class Reading(NamedTuple):
    time: str
    station: str
    cm: int


def read(path: str) -> Iterator[Reading]:
    with open(path, newline="") as fh:
        for rec in csv.DictReader(fh, delimiter=";"):
            yield Reading(rec["time"], rec["station"], int(rec["cm"]))


def rises(readings: list[Reading]) -> list[int]:
    return [b.cm - a.cm for a, b in zip(readings, readings[1:])]


def main() -> None:
    readings = list(read(sys.argv[1]))
    for reading, rise in zip(readings[1:], rises(readings)):
        flag = "  WARNING" if reading.cm >= WARNING_CM else ""
        print(f"{reading.time}  {reading.cm} cm  ({rise:+d}){flag}")


if __name__ == "__main__":
    main()
