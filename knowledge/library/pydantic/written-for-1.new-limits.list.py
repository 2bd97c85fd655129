"""At least one name."""
# needs: pydantic
# fails: TypeError at line 9
# prints: ['ann']
from pydantic import BaseModel, conlist


class User(BaseModel):
    names: conlist(str, min_items=1)


print(User(names=["ann"]).names)
