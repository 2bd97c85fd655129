"""A file is opened to read and write."""
# fails: ValueError at line 6
# prints: 2
with open("count.txt", "w", encoding="utf-8") as file:
    file.write("1")
with open("count.txt", "rw", encoding="utf-8") as file:
    count = int(file.read()) + 1
    file.seek(0)
    file.write(str(count))
with open("count.txt", encoding="utf-8") as file:
    print(file.read())
