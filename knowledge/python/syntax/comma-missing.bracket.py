"""A call that is closed far below."""
# fails: SyntaxError at line 5
# prints: 6
# prints: done
print(1 + 2 + 3
print("done")
)
