"""Says where the program keeps its files."""
# fails: KeyError at line 6
# prints: True
import os

home = os.environ["HOEM"]  # set by the login
print(os.path.isdir(home))
