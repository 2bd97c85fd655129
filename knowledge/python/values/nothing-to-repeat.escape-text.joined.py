"""Signs are joined to a pattern, one by one."""
# fails: re.error at line 7
# needs: python<3.13
# prints: ['2', '+', '3', '*', '4']
import re

PARTS = re.compile("|".join(f"({sign})" for sign in ["+", "*"]) + r"|\d+")
print([found[0] for found in PARTS.finditer("2 + 3 * 4")])
