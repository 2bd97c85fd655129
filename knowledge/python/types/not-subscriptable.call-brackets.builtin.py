"""len is called with square brackets."""
# fails: TypeError at line 5
# prints: 2
names = ["Ada", "Tom"]
print(len[names])  # how many
