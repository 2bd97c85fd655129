"""The settings of a model stand in two places."""
# needs: pydantic
# fails: pydantic.errors.PydanticUserError at line 8
# prints: emma
from pydantic import BaseModel, ConfigDict


class Book(BaseModel):
    model_config = ConfigDict(frozen=True)

    class Config:
        str_strip_whitespace = True

    title: str


print(Book(title=" emma ").title)
