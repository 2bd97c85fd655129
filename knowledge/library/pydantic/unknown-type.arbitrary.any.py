"""The function any stands where the type Any is meant."""
# needs: pydantic
# fails: pydantic.errors.PydanticSchemaGenerationError at line 8
# prints: [1, 'a']
from pydantic import BaseModel


class Item(BaseModel):
    values: list[any]  # of all kinds


print(Item(values=[1, "a"]).values)
