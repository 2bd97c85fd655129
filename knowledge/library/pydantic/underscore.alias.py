"""A document's key with an underscore."""
# needs: pydantic
# fails: pydantic.errors.PydanticUserError at line 8
# prints: Emma
from pydantic import BaseModel, Field


class Book(BaseModel):
    _id: int = Field(gt=0)
    title: str


print(Book(**{"_id": 3, "title": "Emma"}).title)
