"""Prints what a recipe needs."""
# fails: SyntaxError at line 9
# prints: 2–3 eggs, “fresh”
# prints: half: 1.25
# prints: enough

needed = 5  # “pasted” from a page – as it is

print(“2–3 eggs, ” + '“fresh”')
if needed ≥ 2 and needed − 1 ≠ 0:
    print("half:", needed × ½ ÷ 2)
    print(‘enough’)
