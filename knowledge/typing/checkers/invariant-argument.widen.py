"""The mean of whole numbers, by a function for fractions."""
# run: mypy --no-error-summary {file}
# needs: mypy
# fails: arg-type at line 12


def mean(values: list[float]) -> float:
    return sum(values) / len(values)  # never called with none


scores: list[int] = [3, 4, 8]
print(mean(scores))
