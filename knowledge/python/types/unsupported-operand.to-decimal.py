"""A tax of 19% is added to a decimal price."""
# fails: TypeError at line 7
# prints: 11.9000
from decimal import Decimal

price = Decimal("10.00")
print(price * 1.19)  # with tax
