"""A condition lets the index reach the length."""
# fails: IndexError at line 7
# prints: Ada Tom
names = ["Ada", "Tom"]
i, line = 0, ""
while i <= len(names):
    line = line + " " + names[i]
    i += 1  # the next
print(line.strip())
