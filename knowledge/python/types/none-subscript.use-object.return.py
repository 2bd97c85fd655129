"""A function hands on what append gives back."""
# fails: TypeError at line 11
# prints: 3


def with_total(values):
    values.append(sum(values))  # at the end
    return values.sort()


print(len(with_total([1, 2])))
