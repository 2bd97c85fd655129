"""A number is written to a file."""
# fails: TypeError at line 6
# prints: 12
total = 12
with open("total.txt", "w", encoding="utf-8") as file:
    file.write(total)
with open("total.txt", encoding="utf-8") as file:
    print(file.read())
