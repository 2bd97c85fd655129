"""A page holds its items under a key, and the loop goes over the page's own keys."""
# fails: TypeError at line 15
# prints: 9
import json


def answer(number):
    rows = [{"pieces": 4}, {"pieces": 5}]
    return json.dumps({"page": number, "pages": 1, "rows": rows[0:2]})


page = json.loads(answer(1))
count = 0
for row in page:  # all of them
    count += row["pieces"]
print(count, end="\n" if page["pages"] else "")
