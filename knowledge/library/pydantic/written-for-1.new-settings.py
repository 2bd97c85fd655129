"""A model made of a row."""
# needs: pydantic
# run: python -W ignore {file}
# fails: pydantic.errors.PydanticUserError at line 20
# prints: ann
from pydantic import BaseModel


class User(BaseModel):
    name: str

    class Config:
        orm_mode = True  # of a database


class Row:
    name = "ann"


print(User.from_orm(Row()).name)
