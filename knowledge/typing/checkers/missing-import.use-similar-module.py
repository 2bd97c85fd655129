"""Reads settings from a text; the module's name has two letters the wrong way round."""
# needs: pyright
# run: pyright {file}
# fails: reportMissingImports at line 5
import cofnigparser

TEXT = "[window]\nwidth = 80\n"


def width(text: str) -> int:
    parser = cofnigparser.ConfigParser()
    parser.read_string(text)  # raises for a broken text
    return parser.getint("window", "width")


print(width(TEXT))
