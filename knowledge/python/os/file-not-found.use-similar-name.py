"""Reads a list of towns; the name of the file has two letters the wrong way round."""
# setup: printf 'Bergen\nOslo\n' > towns.txt
# fails: FileNotFoundError at line 9
# prints: ['Bergen', 'Oslo']


def read_towns() -> list[str]:
    # one town on a line
    with open("twons.txt", encoding="utf-8") as file:
        return [line.strip() for line in file]


print(read_towns())
