"""A model whose fields have aliases is made by their names."""
# needs: pydantic
# fails: ValidationError at line 13
# prints: Rex 3
from pydantic import BaseModel, Field


class Dog(BaseModel):
    name: str = Field(alias="dogName")  # as the service calls it
    age: int = Field(alias="dogAge")


dog = Dog(name="Rex", age=3)
print(dog.name, dog.age)
