"""The clause for the rest stands first."""
# fails: SyntaxError at line 6
# prints: no number
try:
    print(int("x"))
except:
    # whatever it is
    print("other")
except ValueError:
    print("no number")
