"""A class that is imported for type checkers alone."""
# needs: pydantic
# fails: pydantic.errors.PydanticUserError at line 18
# prints: 7
from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import BaseModel

if TYPE_CHECKING:
    from decimal import Decimal

class Item(BaseModel):
    price: Decimal


print(Item(price="7").price)
