"""Shows half of the pages."""
# fails: TypeError at line 5
# prints: 0 1 2
pages = 6
for page in range(pages / 2):
    print(page, end=" " if page < 2 else "\n")
