"""A line end in a field of an f-string."""
# needs: python<3.12
# fails: SyntaxError at line 6
# prints: a b
rows = ["a", "b"]
print(f"{"\t".join(rows)}".expandtabs(2))
