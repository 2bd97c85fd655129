"""A user whose age is not known."""
# needs: pydantic
# fails: pydantic_core._pydantic_core.ValidationError at line 15
# prints: None
from typing import Optional

from pydantic import BaseModel


class User(BaseModel):
    name: str
    age: Optional[int]  # in years


print(User(name="ann").age)
