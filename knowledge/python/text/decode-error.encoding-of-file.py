"""Reads what an old program wrote."""
# setup: printf 'caf\351 cr\350me\n' > menu.txt
# fails: UnicodeDecodeError at line 6
# prints: 10 letters
with open("menu.txt", encoding="utf-8") as file:
    text = file.read().strip()
print(len(text), "letters")
