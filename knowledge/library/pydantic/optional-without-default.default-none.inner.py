"""A field of a model within the model."""
# needs: pydantic
# fails: ValidationError at line 20
# prints: 2
from typing import List, Optional

from pydantic import BaseModel, Field


class Parcel(BaseModel):
    code: str
    note: Optional[str]  # for the driver
    weight: Optional[int] = Field(gt=0)


class Delivery(BaseModel):
    parcels: List[Parcel]


delivery = Delivery.model_validate({"parcels": [{"code": "a", "note": "x", "weight": 2}, {"code": "b"}]})
print(len(delivery.parcels))
