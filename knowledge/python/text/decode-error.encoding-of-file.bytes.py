"""The bytes of a file are decoded as what they are not."""
# setup: printf 'caf\351 \223au lait\224' > menu.txt
# fails: UnicodeDecodeError at line 8
# prints: 14
with open("menu.txt", "rb") as file:
    data = file.read()

print(len(data.decode("utf-8")))  # characters
