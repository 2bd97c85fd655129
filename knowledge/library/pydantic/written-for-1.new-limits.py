"""Names that begin with an a."""
# needs: pydantic
# fails: pydantic.errors.PydanticUserError at line 9
# prints: ann
from pydantic import BaseModel, Field


class User(BaseModel):
    name: str = Field(regex="^a", max_length=9)  # in small letters
    tags: list[str] = Field(["x"], min_items=1)


print(User(name="ann").name)
