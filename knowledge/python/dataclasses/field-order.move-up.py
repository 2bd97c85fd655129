"""Pens."""
# needs: python>=3.11
# fails: TypeError at line 8
# prints: Pen(price=2, colour='blue')
from dataclasses import dataclass


@dataclass
class Pen:
    colour: str = "blue"  # most are
    price: int  # in euros


print(Pen(price=2))
