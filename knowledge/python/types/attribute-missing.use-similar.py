"""Titles as they stand on the cover."""
# fails: AttributeError at line 6
# prints: The little prince
titles = ["the little prince"]
for title in titles:
    print(title.captialize())  # only the first letter
