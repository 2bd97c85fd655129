"""Python warns of the missing comma when it reads the file, whether the line runs or not."""
# run: python -W error::SyntaxWarning {file}
# fails: SyntaxError at line 9
# prints: 2


def pairs():
    """Two pairs."""
    return [("a", 1) ("b", 2)]


print(len(pairs()))
