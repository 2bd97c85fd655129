"""Prints each lap of a race and how far it is from the best."""

# fails: NameError at line 10
# prints: 61 (+0)
# prints: 64 (+3)
LAPS = [61, 64]
best = min(LAPS)
for lap in LAPS:
    # the difference stands in brackets
    print(f"{lap} (+{laps - best})")
