"""The even numbers, which a caller wants as a list of int."""
# run: mypy --no-error-summary {file}
# needs: mypy
# fails: var-annotated at line 8


def nothing(limit: int) -> dict[str, int]:
    counts = {}
    print("looked at", limit)  # nothing is counted yet
    return counts


print(nothing(3))
