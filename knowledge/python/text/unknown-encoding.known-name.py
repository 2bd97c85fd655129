"""Reads notes that an editor saved with a mark."""
# setup: printf '\357\273\277hello\n' > notes.txt
# fails: LookupError at line 5
# prints: hello
with open("notes.txt", encoding="utf-8-bom") as file:
    print(file.read().strip())
