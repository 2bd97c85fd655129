# prints a postcard with a frame around the text

import textwrap

TEXT = "Dear Aunt May, the weather is fine and the sea is warm. Your Tim"


STAMP = [
    " ____ ",
    "|    |",
    "| 75 |",
    "|____|",
]


def wrap(text, width):
    return textwrap.wrap(text, width)


def address(name, street, town):
    """The lines on the right side of the card"""
    lines = []
    for part in (name, street, town):
        part = part.strip()
        if part:
            lines.append(part)
    return lines


def back(name, street, town):
    width = 30
    lines = [row.rjust(width) for row in STAMP]
    lines.append("")
    for line in address(name, street, town):
        lines.append(" " * 8 + line)
    return lines


def frame(lines, width):
    edge = "+" + "-" * (width + 2) + "+"
    framed = [edge]
    for line in lines:
        framed.append("| " + line.ljust(width) + " |")
    framed.append(edge)
    return framed


def show(text, width=24):
    lines = wrap(text, width)
    print("\n".join(frame(lines, max(len(line) for line in lines)))
    return len(lines)


count = show(TEXT)
print(count, "lines")
for line in back("May", "Mill Lane 4 ", "Oakham"):
    print(line)
