"""The path stands there as a literal."""
# fails: re.error at line 7
# needs: python<3.13
# prints: C:\Users\notes
import re
HOME = re.compile("~")
print(HOME.sub(r"C:\Users", r"~\notes"))
