"""Emoticons are joined to a pattern as they stand."""
# fails: re.error at line 11
# needs: python<3.13
# prints: [':-)', ':-(']
import re

MOODS = {":-)": 1, ":-(": -1}


def finder(moods):
    return re.compile("|".join(sorted(moods, key=len)))  # longest last


print(finder(MOODS).findall("well :-) or :-("))
