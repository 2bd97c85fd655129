"""The method that lacks self is in another module."""
# fails: TypeError at line 6
# prints: 12
from shop import Basket

print(Basket(4, 3).total())
