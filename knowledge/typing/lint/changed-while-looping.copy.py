"""Items are taken from a set in a loop over it."""
# run: pylint -E {file}
# needs: pylint
# fails: E4703 at line 7
names = {"Tom", "Eva"}

for name in names:  # all of them
    names.remove(name)
print(len(names))
