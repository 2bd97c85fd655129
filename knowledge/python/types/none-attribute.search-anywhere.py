"""Reads how full the disks are."""
# fails: AttributeError at line 6
# prints: 154
import re
def used(row):
    return int(re.match(r"(\d+)%", row).group(1))  # in percent
print(used("/ 63%") + used("/home 91%"))
