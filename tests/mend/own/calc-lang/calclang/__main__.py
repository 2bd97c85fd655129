"""python -m calclang FILE: evaluate the lines of a file."""
import sys

from .parser import ParseError, Parser


def main(path: str) -> int:
    names: dict[str, float] = {}
    errors = 0
    with open(path, encoding="utf-8") as handle:
        for number, line in enumerate(handle, 1):
            if not line.strip() or line.startswith("#"):
                continue
            try:
                value = Parser(line, names).statement()
            except (ParseError, KeyError) as error:
                errors += 1
                print(f"{number}: error: {error}")
            else:
                print(f"{number}: {value:g}")
    print(f"{len(names)} names, {errors} errors")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
