"""Reads the notes in one's own folder."""
# setup: printf 'buy bread' > "$HOME/tracemend-notes.txt"
# fails: FileNotFoundError at line 6
# prints: buy bread
PATH = "~/tracemend-notes.txt"  # mine
with open(PATH) as file:
    print(file.read())
