"""A group is named as other languages do it."""
# needs: python<3.13
# fails: re.error at line 8
# prints: 2024
import re

pattern = r"(?<year>\d{4})-\d\d"
found = re.search(pattern, "on 2024-03")
print(found.group("year"))
