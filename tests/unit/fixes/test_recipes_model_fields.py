"""Fields of Pydantic's models that may be left out, aliases, validators."""

from __future__ import annotations

import pytest

from .conftest import Keeps

_INNER = "1 validation error for D\nparts.2.a\n  Field required [type=missing, input_value={}, input_type=dict]"
_ALIAS = "1 validation error for D\nnameOf\n  Field required [type=missing, input_value={'name': 'x'}, input_type=dict]"
_METHOD = "The `@field_validator` decorator cannot be applied to instance methods"
_HEAD = "from pydantic import BaseModel, Field\n"


@pytest.mark.parametrize(
    ("field", "after"),
    [
        ("a: Optional[int]  # é", "a: Optional[int] = None  # é"),
        ("a: 'int | None'", "a: 'int | None' = None"),
        ("a: None | int", "a: None | int = None"),
        ("a: Union[None, int]", "a: Union[None, int] = None"),
        ("a: Optional[int] = Field(gt=0)", "a: Optional[int] = Field(default=None, gt=0)"),
        ("a: Optional[int] = Field()", "a: Optional[int] = Field(default=None)"),
        ("a: Optional[int] = Field(...)", None),
        ("a: Optional[int] = Field(default=...)", None),
        ("a: int", None),
        ("b: Optional[int]", None),
    ],
)
def test_an_optional_field_of_an_inner_model_gets_a_default(keeps: Keeps, field: str, after: str | None) -> None:
    code = "class P(BaseModel):\n    {}\nclass D(BaseModel):\n    parts: list[P]\n{}D()\n"
    made = code.format(after, "") if after is not None else None
    keeps("model-default", "ValidationError", _INNER, code.format(field, "«"), made)


def test_an_inherited_field_gets_its_default_where_it_stands(keeps: Keeps) -> None:
    code = (
        "class B(BaseModel):\n    a: Optional[int]{}\nclass P(B):\n    c: int\nclass D(BaseModel):\n"
        "    parts: list[P]\n"
    )
    keeps("model-default", "ValidationError", _INNER, code.format("") + "«D()\n", code.format(" = None") + "D()\n")


def test_a_model_may_be_made_by_its_fields_names(keeps: Keeps) -> None:
    code = "class D(BaseModel):\n{}    name: str = Field(alias='nameOf')  # é\n{}\n"
    after = code.format("    model_config = ConfigDict(populate_by_name=True)\n\n", "D(name='x')")
    after = "from pydantic import BaseModel, ConfigDict, Field\n" + after
    keeps("model-by-name", "ValidationError", _ALIAS, _HEAD + code.format("", "«D(name='x')»"), after)


@pytest.mark.parametrize(
    "code",
    [
        "class D(BaseModel):\n    name: str = Field(alias='nameOf')\n«D()»\n",
        "class D(BaseModel):\n    name: str = Field(alias='nameOf')\n«D(**row)»\n",
        "class D(BaseModel):\n    name: str = Field(alias='other')\n«D(name='x')»\n",
        "class D(BaseModel):\n    model_config = {}\n    name: str = Field(alias='nameOf')\n«D(name='x')»\n",
        "class D(BaseModel):\n    class Config:\n        x = 1\n    name: str = Field(alias='nameOf')\n«D(name='x')»\n",
    ],
)
def test_other_missing_fields_are_left(keeps: Keeps, code: str) -> None:
    keeps("model-by-name", "ValidationError", _ALIAS, _HEAD + code, None)


@pytest.mark.parametrize(
    ("code", "after"),
    [
        ("class D(B):\n    «@field_validator('a')\n    def f(self, v):  # é\n        return v\n",
         "class D(B):\n    @field_validator('a')\n    @classmethod\n    def f(cls, v):  # é\n        return v\n"),
        ("class D(B):\n    «@field_validator('a')\n    def f(self, v):\n        return self.b\n", None),
        ("class D(B):\n    «@field_validator('a')\n    def f(self):\n        return 1\n", None),
        ("class D(B):\n    «@field_validator('a')\n    def f(value, info):\n        return 1\n", None),
    ],
)  # fmt: skip
def test_a_validator_becomes_a_class_method(keeps: Keeps, code: str, after: str | None) -> None:
    keeps("model-class-method", "PydanticUserError", _METHOD, code, after)
