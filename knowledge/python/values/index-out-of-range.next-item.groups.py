"""The last group ends where the text ends."""
# fails: IndexError at line 9
# prints: [('a', 3), ('b', 1)]
def groups(text):
    found, count = [], 0
    i = 0
    while i < len(text):
        count += 1
        if text[i + 1] != text[i]:
            found.append((text[i], count))
            count = 0
        i += 1
    return found


print(groups("aaab"))
