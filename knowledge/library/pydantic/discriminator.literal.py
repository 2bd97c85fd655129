"""Two models are told apart by a plain text."""
# needs: pydantic
# fails: pydantic.errors.PydanticUserError at line 20
# prints: Cat
from typing import Union

from pydantic import BaseModel, Field


class Cat(BaseModel):
    kind: str = "cat"
    lives: int


class Dog(BaseModel):
    kind: str = "dog"  # or wolf
    age: int


class Home(BaseModel):
    pet: Union[Cat, Dog] = Field(discriminator="kind")


print(type(Home(pet={"kind": "cat", "lives": 9}).pet).__name__)
