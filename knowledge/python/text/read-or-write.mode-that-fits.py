"""Notes are written and shown again."""
# fails: UnsupportedOperation at line 6
# prints: one
with open("notes.txt", "w", encoding="utf-8") as file:  # new each time
    file.write("one\n")
    print(file.read().strip())
