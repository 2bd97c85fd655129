"""How often a sign stands at the end of a line."""
# fails: error or PatternError at line 6
# prints: 2
import re
def ends(sign, text):
    return len(re.findall(f"(?m){sign}$", text))  # a sign, as it is
print(ends(":)", "tea :)\nrain :(\ncake :)"))
