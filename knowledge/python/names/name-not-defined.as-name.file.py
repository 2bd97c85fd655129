"""The file that with opens is used under a name that it was not given."""
# setup: printf 'one\ntwo\n' > notes.txt
# fails: NameError at line 6
# prints: 2
with open("notes.txt", encoding="utf-8"):  # two lines
    print(len(f.readlines()))
