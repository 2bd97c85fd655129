"""A function hands out lines that are read only after its file is closed."""
# setup: printf 'one\ntwo\n' > notes.txt
# fails: ValueError at line 7
# prints: ['one', 'two']
def lines(path):
    with open(path, encoding="utf-8") as file:
        return (line.strip() for line in file)  # one by one


print(list(lines("notes.txt")))
