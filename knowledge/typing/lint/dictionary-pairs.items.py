"""Keys and values of a dictionary."""
# run: pylint -E {file}
# needs: pylint
# fails: E1141 at line 7
ages = {"Tom": 41, "Eva": 39}

for name, age in ages:  # all of them
    print(name, age)
