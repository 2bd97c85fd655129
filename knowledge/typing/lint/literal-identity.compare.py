"""The end of a list of answers."""
# run: python -W always {file}
# fails: SyntaxWarning at line 6
# prints: 2
ANSWERS = ["yes", "no", "".join("end")]
print(next(at for at, one in enumerate(ANSWERS) if one is "end"))  # its place
