"""A dictionary with known keys in a model."""
# needs: pydantic, python<3.12
# fails: pydantic.errors.PydanticUserError at line 14
# prints: 3
from typing import Any, TypedDict

from pydantic import BaseModel


class Size(TypedDict):
    width: int


class Item(BaseModel):
    size: Size
    more: Any = None


print(Item(size={"width": 3}).size["width"])
