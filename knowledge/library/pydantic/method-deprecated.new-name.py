"""dict() is called model_dump() now."""
# needs: pydantic
# fails: PydanticDeprecatedSince20 at line 12
# prints: {'name': 'tea'}
from pydantic import BaseModel


class Item(BaseModel):
    name: str


print(Item(name="tea").dict())  # for the log
