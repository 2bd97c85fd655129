"""A method without parentheses."""
# needs: python>=3.11
# fails: SyntaxError at line 10
# prints: welcome to the shop


class Shop:
    name = "the shop"

    def greet:
        print("welcome to", self.name)


Shop().greet()
