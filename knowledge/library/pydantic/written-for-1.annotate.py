"""A setting with a default."""
# needs: pydantic
# fails: pydantic.errors.PydanticUserError at line 8
# prints: 10
from pydantic import BaseModel


class Settings(BaseModel):
    name: str
    limit = 10  # at most


print(Settings(name="x").limit)
