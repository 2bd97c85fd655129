"""Half prices for a sale."""
# fails: TypeError at line 5
# prints: tea: 1.5
def half(name: str, price: float) -> str:
    return f"{name}: {price / 2}"


print(half(3, "tea"))  # one cup
