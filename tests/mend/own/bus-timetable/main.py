"""Read the printed timetable of the bus company, block by block."""

from typing import Iterator, NamedTuple


class Stop(NamedTuple):
    name: str
    time: str

    @property
    def minutes(self) -> int:
        hours, minutes = self.time.split(":")
        return int(hours) * 60 + int(minutes)


class Line(NamedTuple):
    name: str
    stops: list[Stop]

    def duration(self) -> int:
        return self.stops[-1].minutes - self.stops[0].minutes


def read_lines(path: str) -> Iterator[str]:
    with open(path, encoding="utf-8") as handle:
        for line in handle:
            yield line.rstrip("\n")


def parse(lines: Iterator[str]) -> Iterator[Line]:
    """Yield one Line per block; an empty line (or the end) closes a block."""
    while True:
        title = next(lines, None)
        if title is None:
            return
        stops = []
        row = next(lines)
        while row:
            name, time = row.rsplit(None, 1)
            stops.append(Stop(name.strip(), time))
            row = next(lines)
        yield Line(title, stops)


def main() -> None:
    for line in parse(read_lines("timetable.txt")):
        first, last = line.stops[0], line.stops[-1]
        print(f"{line.name}: {first.name} -> {last.name}, {len(line.stops)} stops, {line.duration()} min")


if __name__ == "__main__":
    main()
