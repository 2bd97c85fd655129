"""Measures a picture."""
# setup: printf '\211PNG\r\n' > logo.png
# fails: UnicodeDecodeError at line 6
# prints: 6 bytes
with open("logo.png", encoding="utf-8") as file:
    picture = file.read()
print(len(picture), "bytes")
