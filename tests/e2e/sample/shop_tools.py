"""What the shop shares."""

PRICE: int = 12
