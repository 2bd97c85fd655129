"""A class in quotes with two letters the other way round."""
# needs: pydantic
# fails: pydantic.errors.PydanticUserError at line 16
# prints: 1
from pydantic import BaseModel


class Item(BaseModel):
    parts: list["Prat"]


class Part(BaseModel):
    n: int


print(Item(parts=[{"n": 1}]).parts[0].n)
