"""The program is started without its argument."""
# fails: IndexError at line 9
# prints: copying
# exits: 2
import sys

print("copying")
# where to read from
source = sys.argv[1]
print(source)
