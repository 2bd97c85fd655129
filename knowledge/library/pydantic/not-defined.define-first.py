"""A model is used above the class that it names."""
# needs: pydantic
# fails: pydantic.errors.PydanticUserError at line 12
# prints: 1
from pydantic import BaseModel


class Item(BaseModel):
    part: "Part"


item = Item(part={"n": 1})  # the first


class Part(BaseModel):
    n: int


print(item.part.n)
