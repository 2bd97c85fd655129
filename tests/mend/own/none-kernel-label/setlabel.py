"""Give this machine a label that the inventory can read."""
import sys
from pathlib import Path

LABEL = Path("/proc/sys/kernel/ostype")


def current():
    return LABEL.read_text().strip()


def set_label(text):
    if not text.isascii() or len(text) > 60:
        sys.exit("a label has at most 60 plain characters")
    with LABEL.open("w") as f:
        f.write(text + "\n")


def main():
    print("old label:", current())
    set_label(sys.argv[1])
    print("new label:", current())


if __name__ == "__main__":
    main()
