"""Names of files on Windows."""
# fails: SyntaxError at line 8
# prints: new.csv
# prints: C:\data\Users\
import ntpath

FILES = [
    "C:\Users\ada\new.csv",  # the newest
    f"C:\Users\{'bob'}",
]
HOME = "C:\\data\Users\\"
print(ntpath.basename(FILES[0]))
print(HOME)
