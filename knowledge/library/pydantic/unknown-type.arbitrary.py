"""A field holds an object of a class that is no model."""
# needs: pydantic
# fails: pydantic.errors.PydanticSchemaGenerationError at line 13
# prints: 3
from pydantic import BaseModel


class Table:
    def __init__(self, rows):
        self.rows = rows


class Report(BaseModel):
    """What is sent."""

    table: Table  # the numbers


print(Report(table=Table(3)).table.rows)
