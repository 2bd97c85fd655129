"""A line end in a field."""
# needs: python<3.12
# fails: SyntaxError at line 8
# prints: rows: a
# prints: b

def listed(rows: list[str]) -> str:
    return f"rows: {'\n'.join(rows)}"


print(listed(["a", "b"]))
