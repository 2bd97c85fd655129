"""A line of stars under a title."""
# fails: TypeError at line 6
# prints: Menu
# prints: ****
def rule(sign: str, length: int) -> str:
    return "".join(sign for _ in range(length))


title = "Menu"
print(title)
print(rule(len(title), "*"))  # as long as the title
