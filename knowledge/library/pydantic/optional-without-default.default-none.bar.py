"""A user of whom two things are not known."""
# needs: pydantic
# fails: pydantic_core._pydantic_core.ValidationError at line 14
# prints: None None
from pydantic import BaseModel


class User(BaseModel):
    name: str
    age: int | None
    town: str | None


user = User(name="ann")
print(user.age, user.town)
