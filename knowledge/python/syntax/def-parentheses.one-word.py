"""Writes a function's name with a blank inside."""
# needs: python>=3.11
# fails: SyntaxError at line 5
# prints: hello
def say hello():
    return "hello"


print(say hello())
