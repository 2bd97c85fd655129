"""Constant fields as pydantic 1 had them."""
# needs: pydantic
# fails: pydantic.errors.PydanticUserError at line 9
# prints: kind='book' version=2
from pydantic import BaseModel, Field


class Book(BaseModel):
    kind: str = Field("book", const=True)
    version: int = Field(2, const=True, description="of the form")


print(Book())
