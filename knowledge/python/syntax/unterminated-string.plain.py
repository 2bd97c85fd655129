"""Greets with a closing quote of a text processor."""
# fails: SyntaxError at line 6
# prints: Hello, “Ada”, it’s late

name = "“Ada”"
print("Hello, " + name + ", it’s late”)
