"""A state is read, changed and written in its place."""
# setup: printf '{"runs": 10, "old": 1}' > state.json
# fails: UnsupportedOperation at line 11
# prints: {"runs": 11}
import json

with open("state.json", encoding="utf-8") as file:
    state = json.load(file)
    state = {"runs": state["runs"] + 1}
    # shorter than it was
    json.dump(state, file)

with open("state.json", encoding="utf-8") as file:
    print(file.read())
