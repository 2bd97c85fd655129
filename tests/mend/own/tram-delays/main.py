"""Mean delays of the tram lines from the control room's notes."""
from collections import defaultdict

NOTES = """
08:05 line 4 late 3
08:11 line 9 late 12
08:20 line 4 late 4
08:31 line 1 late 0
08:40 line 9 late 6
"""


def read_notes(text):
    """Return {line: [minutes, ...]}"""
    by_line = defaultdict(list)
    for row in text.strip().splitlines():
        _, _, line, _, minutes = row.split()
        by_line[int(line)].append(int(minutes))
    return by_line


def means(by_line):
    result = {}
    for line, delays in by_line.items():
        result[line] = sum(delay) / len(delays)
    return result


def main():
    averages = means(read_notes(NOTES))
    for line in sorted(averages):
        print(f"line {line}: mean {averages[line]:.1f} min")
    worst = max(averages, key=averages.get)
    print(f"worst: line {worst}")


if __name__ == "__main__":
    main()
