"""The words say which letters the bytes are: no other code page makes sense of them."""
# setup: printf 'name;town\r\nJ\366rg M\374ller;K\366ln\r\nIn\351s Nu\361ez;Le\363n\r\n' > members.csv
# fails: UnicodeDecodeError at line 14
# prints: Jörg Müller lives in Köln
# prints: Inés Nuñez lives in León
import csv

class Members:
    def __init__(self, path):
        self.path = path

    def __iter__(self):
        with open(self.path, newline="", encoding='utf-8') as source:  # of the club's programs
            yield from csv.DictReader(source, delimiter=";")

for member in Members("members.csv"):
    print(member["name"], "lives in", member["town"])
