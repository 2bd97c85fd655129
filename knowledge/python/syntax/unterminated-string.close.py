"""A text without its last quote."""
# fails: SyntaxError at line 5
# prints: Hello, Ada!
name = "Ada"
print("Hello, " + name + "!)
