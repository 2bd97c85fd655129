"""The name lacks its ending."""
# setup: printf 'one\n' > notes.txt
# fails: FileNotFoundError at line 5
# prints: one
with open("notes", encoding="utf-8") as file:  # as Explorer shows it
    print(file.read().strip())
