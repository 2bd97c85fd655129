"""Plain-text report of duplicate groups."""


def plural(count, word):
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def print_report(groups):
    print(plural(len(groups), "duplicate group"))
    waste = 0
    for size, paths in groups:
        print("  " + " = ".join(path.name for path in paths))
        waste += size * (len(paths) - 1)
    print(f"could save {waste} bytes")
