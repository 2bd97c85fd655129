"""A path of Windows is put into a template."""
# fails: re.error at line 7
# needs: python<3.13
# prints: C:\Users\ann\notes
import re
home = r"C:\Users\ann"
print(re.sub(r"~", home, r"~\notes"))  # the home folder
