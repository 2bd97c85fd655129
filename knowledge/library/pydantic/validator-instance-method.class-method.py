"""A validator takes self, and does not use it."""
# needs: pydantic
# fails: PydanticUserError at line 11
# prints: Ann
from pydantic import BaseModel, field_validator


class Phone(BaseModel):
    owner: str

    @field_validator("owner")
    def tidy(self, value):  # as a name
        return value.strip().title()


print(Phone(owner=" ann").owner)
