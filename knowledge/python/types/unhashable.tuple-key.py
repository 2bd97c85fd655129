"""Groups words by their letters."""
# fails: TypeError at line 7
# prints: [['tea', 'eat']]
groups = {}
for word in ["tea", "eat"]:
    letters = sorted(word)  # the same for both
    groups.setdefault(letters, []).append(word)
print(list(groups.values()))
