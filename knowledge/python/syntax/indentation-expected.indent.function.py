"""Greets everybody on a list."""
# fails: IndentationError at line 7
# prints: Hello, Ada.
# prints: Hello, Alan.

def greeting(name: str) -> str:
text = f"Hello, {name}."
return text

for person in ["Ada", "Alan"]:
    print(greeting(person))
