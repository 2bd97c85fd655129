"""The last part of a module's name is misspelt."""
# fails: ModuleNotFoundError at line 4
# prints: b.txt
import os.pathh

print(os.path.basename("a/b.txt"))
