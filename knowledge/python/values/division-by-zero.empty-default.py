"""One average knows that there may be no values, the other does not."""
# fails: ZeroDivisionError at line 10
# prints: 0.0 0.0


def mean(values):
    return sum(values) / len(values) if values else 0.0


def spread(values): return sum(abs(v - mean(values)) for v in values) / len(values)  # mean distance


print(mean([]), spread([]))
