"""The cell of a notebook, run as a program."""
# needs: IPython
# fails: NameError at line 6
# prints: [3, 4]
values = [3, 4]
display(values)
