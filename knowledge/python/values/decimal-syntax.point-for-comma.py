"""Reads a price."""
# fails: InvalidOperation at line 6
# prints: 7.00
from decimal import Decimal
price = "3,50"
print(Decimal(price) * 2)
