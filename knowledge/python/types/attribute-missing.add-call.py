"""The answer's method is never called, where the name gets its value."""
# fails: AttributeError at line 13
# prints: 3 apples
import json


class Answer:
    def json(self):
        return json.loads('{"apples": 3}')

page = Answer().json  # a dictionary
for name in ("apples",):
    print(page.get(name), name)
