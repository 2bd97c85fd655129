"""Greets by a function that is known under a command's name."""
# fails: TypeError at line 7
# prints: Hello Ada
from commands import command
@command("hi")
def greet(name): return f"Hello {name}"
print(greet("Ada"))
