"""Compare two INI files section by section.

Usage: configdiff.py OLD NEW [--ignore SECTION]...
Exit status is 0; the differences go to standard output.
"""
import argparse
from configparser import ConfigParser


def load(path):
    config = ConfigParser(interpolation=None, allow_no_value=True)
    config.optionxform = str  # keep upper and lower case
    with open(path, encoding="utf-8") as stream:
        config.read_file(stream)
    return config


def normalise(value):
    """Values that mean the same shall compare equal."""
    if value is None:
        return None
    text = " ".join(value.split())
    lowered = text.lower()
    if lowered in ("yes", "true", "on"):
        return True
    if lowered in ("no", "false", "off"):
        return False
    try:
        return float(text)
    except ValueError:
        return text


class Diff:
    def __init__(self, old, new, ignore=()):
        self.old = old
        self.new = new
        self.ignore = set(ignore)
        self.changes = 0

    def sections(self):
        names = list(self.old.sections())
        names += [name for name in self.new.sections() if name not in names]
        return [name for name in names if name not in self.ignore]

    def section(self, name):
        before = dict(self.old.items(name)) if self.old.has_section(name) else {}
        after = dict(self.new.items(name)) if self.new.has_section(name) else {}
        lines = []
        for option in sorted(before.keys() | after.keys()):
            if option not in after:
                lines.append(f"- {option} = {before[option]}")
            elif option not in before:
                lines.append(f"+ {option} = {after[option]}")
            elif normalise(before[option]) != normalise(after[option]):
                lines.append(f"~ {option} = {before[option]} -> {after[option]}")
       return lines

    def report(self):
        for name in self.sections():
            lines = self.section(name)
            if lines:
                print(f"[{name}]")
                for line in lines:
                    print("  " + line)
                self.changes += len(lines)
        print(f"{self.changes} differences")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("old")
    parser.add_argument("new")
    parser.add_argument("--ignore", action="append", default=[], metavar="SECTION")
    args = parser.parse_args()
    Diff(load(args.old), load(args.new), args.ignore).report()


if __name__ == "__main__":
    main()
