"""A validator's field with two letters the other way round."""
# needs: pydantic
# fails: pydantic.errors.PydanticUserError at line 8
# prints: emma
from pydantic import BaseModel, field_validator


class Book(BaseModel):
    title: str

    @field_validator("tilte")  # without blanks
    @classmethod
    def plain(cls, value):
        return value.strip()


print(Book(title=" emma ").title)
