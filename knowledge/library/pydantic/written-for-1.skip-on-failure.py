"""A check of the whole."""
# needs: pydantic
# run: python -W ignore {file}
# fails: pydantic.errors.PydanticUserError at line 12
# prints: ann
from pydantic import BaseModel, root_validator


class User(BaseModel):
    name: str

    @root_validator  # of all fields
    def check(cls, values):
        return values


print(User(name="ann").name)
