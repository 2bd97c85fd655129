"""Takes a sum apart."""
# fails: error or PatternError at line 5
# prints: ['1', '2']
import re
print(re.split("+", "1+2"))
