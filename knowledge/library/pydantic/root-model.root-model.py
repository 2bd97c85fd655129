"""A model of one list as pydantic 1 had it."""
# needs: pydantic
# fails: pydantic.errors.PydanticUserError at line 8
# prints: 3
from pydantic import BaseModel


class Items(BaseModel):
    __root__: list[int]  # their numbers


print(sum(Items.model_validate([1, 2]).__root__))
