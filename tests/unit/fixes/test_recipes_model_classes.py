"""How a class of pydantic is written."""

from __future__ import annotations

import pytest

from .conftest import Ask, Keeps, Makes, texts

UNKNOWN = (
    "Unable to generate pydantic-core schema for %s. Set `arbitrary_types_allowed=True` in the model_config to ignore "
    "this error or implement `__get_pydantic_core_schema__` on your type to fully support it."
)
FRAME = UNKNOWN % "<class 'pandas.DataFrame'>"
BOTH = '"Config" and "model_config" cannot be used together'
ROOT = "To define root models, use `pydantic.RootModel` rather than a field called '__root__'"
CONST = "`const` is removed, use `Literal` instead"
UNDERSCORE = "Fields must not use names with leading underscores; e.g., use 'id' instead of '_id'."
ALLOWED = "    model_config = ConfigDict(arbitrary_types_allowed=True)\n\n"
HEAD = "from pydantic import BaseModel, ConfigDict\n\n\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("    a: pd.DataFrame\n", f"{ALLOWED}    a: pd.DataFrame\n"),
        ("    '''A.'''\n\n    a: list[DataFrame]  # é\n",
         f"    '''A.'''\n\n{ALLOWED}    a: list[DataFrame]  # é\n"),
        ("    '''A.'''\n    a: DataFrame\n",
         f"    '''A.'''\n\n{ALLOWED}    a: DataFrame\n"),
        ("    model_config = ConfigDict(frozen=True)\n    a: DataFrame\n",
         "    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)\n    a: DataFrame\n"),
        ("    model_config = {'frozen': True}\n    a: DataFrame\n",
         "    model_config = {'frozen': True, \"arbitrary_types_allowed\": True}\n    a: DataFrame\n"),
        ("    a: DataFrame\n\n    class Config:\n        frozen = True  # é\n",
         "    a: DataFrame\n\n    class Config:\n        frozen = True  # é\n        arbitrary_types_allowed = True\n"),
        ("    model_config = CONFIG\n    a: DataFrame\n", None),
        ("    model_config = ConfigDict(arbitrary_types_allowed=False)\n    a: DataFrame\n", None),
        ("    a: int\n", None),
    ],
)  # fmt: skip
def test_a_foreign_class_is_allowed(makes: Makes, before: str, after: str | None) -> None:
    made = None if after is None else f"{HEAD}class Item(BaseModel):\n{after}"
    makes("model-arbitrary", FRAME, f"{HEAD}«class Item(BaseModel):\n{before}", made, True)


def test_a_class_of_annotations_may_be_meant_as_a_model(makes: Makes) -> None:
    own = UNKNOWN % "<class '__main__.Part'>"
    setting = "    model_config = ConfigDict(arbitrary_types_allowed=True)\n\n"
    for body, sure in (("    n: int\n", False), ("    def f(self): ...\n", True)):
        part = f"{HEAD}class Part:\n{body}\n\n"
        makes("model-arbitrary", own, f"{part}«class Item(BaseModel):\n    a: Part\n",
              f"{part}class Item(BaseModel):\n{setting}    a: Part\n", sure)  # fmt: skip


def test_any_and_callable(makes: Makes) -> None:
    makes("model-arbitrary", UNKNOWN % "<built-in function any>", "«class Item(BaseModel):\n    a: dict[str, any]\n",
          "from typing import Any\n\n\nclass Item(BaseModel):\n    a: dict[str, Any]\n", True)  # fmt: skip
    makes("model-arbitrary", UNKNOWN % "<built-in function callable>", "«class Item(BaseModel):\n    a: callable\n",
          "from collections.abc import Callable\n\n\nclass Item(BaseModel):\n    a: Callable\n", True)  # fmt: skip
    makes("model-arbitrary", UNKNOWN % "<built-in function any>", "«class Item(BaseModel):\n    a: int\n", None)


NOT_DEFINED = "`Item` is not fully defined; you should define `%s`, then call `Item.model_rebuild()`."


def test_a_class_is_named_as_it_is_called(makes: Makes) -> None:
    code = "class Item(BaseModel):\n    a: 'list[Prat]'\n    b: Prat\nclass Part(BaseModel): ...\n«Item()»\n"
    after = code.replace("Prat", "Part").replace("«", "").replace("»", "")
    makes("model-name", NOT_DEFINED % "Prat", code, after, True)
    makes("model-name", NOT_DEFINED % "Other", code.replace("Prat", "Other"), None)
    makes("model-name", NOT_DEFINED % "Part", code, None)


def test_an_import_leaves_its_block(ask: Ask) -> None:
    message = NOT_DEFINED % "Part"
    head = "from __future__ import annotations\nfrom typing import TYPE_CHECKING\n"
    block = "if TYPE_CHECKING:\n    from parts import Part\n"
    rest = "class Item(BaseModel):\n    a: Part\nItem()\n"
    mend = ask("model-name", {"app.py": head + block + rest}, message, 7)
    assert mend is not None
    assert mend.sure
    mend = ask("model-name", {"app.py": head + block + rest, "parts.py": "class Part: ..."}, message, 7)
    assert mend is not None
    assert not mend.sure
    for other in ("    from parts import Part, Other\n", "    from parts import P as Part\n", "    import Part\n"):
        files = {"app.py": head + "if TYPE_CHECKING:\n" + other + rest}
        assert ask("model-name", files, message, 7) is None
    assert texts(ask("model-name", {"app.py": head + block + "else:\n    Part = 1\n" + rest}, message, 9)) is None


def test_a_discriminator_is_a_literal(makes: Makes) -> None:
    message = "Model 'A' needs field 'kind' to be of type `Literal`"
    code = (
        "class A(M):\n    kind: str = 'a'\nclass B(M):\n    kind: str = 'b'\nclass C(M):\n    kind: str = 'c'\n"
        "«class D(M):\n    x: A | B = Field(discriminator='kind')\n"
    )
    after = code.replace("«", "")
    for name in "ab":
        after = after.replace(f"kind: str = '{name}'", f"kind: Literal['{name}'] = '{name}'")
    makes("model-literal", message, code, f"from typing import Literal\n\n\n{after}", True)
    makes("model-literal", message, code.replace("kind: str = 'a'", "kind: str"), None)
    makes("model-literal", message, code.replace("kind: str = 'a'", "kind: Kind = 'a'"), None)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("    a: str = «Field('x', const=True)»  # é\n", "    a: Literal['x'] = 'x'  # é\n"),
        ("    a: int = «Field(default=3, const=True, gt=1)»\n", "    a: Literal[3] = Field(default=3, gt=1)\n"),
        ("    a: int = «Field(X, const=True)»\n", None),
        ("    a: float = «Field(1.5, const=True)»\n", None),
        ("    a: int = «Field(3, gt=1)»\n", None),
    ],
)
def test_a_constant_field_is_a_literal(makes: Makes, before: str, after: str | None) -> None:
    made = None if after is None else f"from typing import Literal\n\n\nclass A(M):\n{after}"
    makes("model-const", CONST, f"class A(M):\n{before}", made, True)


def test_a_model_of_one_value(makes: Makes) -> None:
    head = "from pydantic import BaseModel\n"
    code = head + "«class A(BaseModel):\n    __root__: list[int] = []\nx = A(__root__=[1]).__root__\n"
    after = "from pydantic import BaseModel, RootModel\nclass A(RootModel):\n    root: list[int] = []\nx = A(root=[1])"
    after += ".root\n"
    makes("model-root", ROOT, code, after, True)
    for other in (
        code.replace("(BaseModel)", "(Base)"),
        code.replace("= []", "= []\n    b: int"),
        code + "y = x.dict()['__root__']\n",
    ):
        makes("model-root", ROOT, other, None)


def test_a_validators_field(makes: Makes) -> None:
    message = "Decorators defined with incorrect fields: __main__.A:94325648147936.f (use check_fields=False if you're"
    code = "class B(M):\n    size: int\n«class A(B):\n    name: str\n    @field_validator(%s)\n    def f(cls, v): ...\n"
    for before, after in (("'nmae'", "'name'"), ("'name', \"siez\"", "'name', \"size\""), ("'colour'", None)):
        made = None if after is None else code.replace("«", "") % after
        makes("model-validator-field", message, code % before, made, True)


def test_the_settings_stand_in_one_place(makes: Makes) -> None:
    code = "«class A(M):\n    model_config = ConfigDict(frozen=True)\n\n    class Config:\n        extra = 'forbid'\n"
    code += "        a = 1\n\n    b: int\n"
    after = "class A(M):\n    model_config = ConfigDict(frozen=True, extra='forbid', a=1)\n\n    b: int\n"
    makes("model-one-config", BOTH, code, after, True)
    for other in (
        code.replace("a = 1", "a = 1  # é"),
        code.replace("a = 1", "frozen = False"),
        code.replace("a = 1", "def f(): ..."),
        code.replace("ConfigDict(frozen=True)", "CONFIG"),
        code.replace("class Config:", "class Config(Base):"),
    ):
        makes("model-one-config", BOTH, other, None)


def test_an_underscore_is_kept_as_the_alias(makes: Makes) -> None:
    code = "«class A(M):\n    _id: int = Field(gt=0)  # é\n"
    makes("model-underscore", UNDERSCORE, code, 'class A(M):\n    id: int = Field(gt=0, alias="_id")  # é\n', True)
    makes(
        "model-underscore",
        UNDERSCORE,
        code.replace("gt=0", "alias='k'"),
        "class A(M):\n    id: int = Field(alias='k')  # é\n",
        True,
    )
    read = "x._id\n"
    makes(
        "model-underscore",
        UNDERSCORE,
        code + read,
        'class A(M):\n    id: int = Field(gt=0, alias="_id")  # é\n' + read,
        False,
    )
    makes("model-underscore", UNDERSCORE, code + "    id: int\n", None)
    makes("model-underscore", UNDERSCORE, code.replace("Field(gt=0)", "PrivateAttr()"), None)


OLD_DICT = "Please use `typing_extensions.TypedDict` instead of `typing.TypedDict` on Python < 3.12."


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("from typing import TypedDict\n", "from typing_extensions import TypedDict\n"),
        ("from typing import Any, TypedDict  # é\n",
         "from typing import Any  # é\n\nfrom typing_extensions import TypedDict\n"),
        ("from typing import TypedDict as T\n", None),
        ("from typing import (\n    TypedDict,\n)\n", None),
        ("import typing\n", None),
    ],
)  # fmt: skip
def test_a_dictionary_with_known_keys(makes: Makes, before: str, after: str | None) -> None:
    rest = "\n\n«class Item(BaseModel):\n    a: Size\n"
    makes("typed-dict", OLD_DICT, before + rest, after + rest.replace("«", "") if after else None, True)


def test_what_stands_around_stays(keeps: Keeps) -> None:
    code = "if 1:\n\tclass A(M):\n\t\ta: int = «Field(3, const=True)»; y = 2  # 日本\n"
    after = "from typing import Literal\n\nif 1:\n\tclass A(M):\n\t\ta: Literal[3] = 3; y = 2  # 日本\n"
    keeps("model-const", "PydanticUserError", CONST, "import sys\n\n" + code, "import sys\n" + after)


TAGS = "Model 'Cat' needs field 'kind' to be of type `Literal`"
HEAD_OF_FIELD = "from pydantic import BaseModel, ConfigDict, Field\nfrom typing import Literal\n\n\n"


@pytest.mark.parametrize(
    ("recipe", "message", "before", "after"),
    [
        (  # `class` is no name
            "model-underscore",
            UNDERSCORE,
            "«class A(M):\n    _class: int = Field(gt=0)\n",
            None,
        ),
        (
            "model-underscore",
            UNDERSCORE,
            "«class A(M):\n    _id: int = Field(gt=0)\n\n    @field_validator('_id')\n    def f(cls, v): ...\n",
            None,
        ),
        ("model-const", CONST, "«class A(M):\n    a: str = Field('x',  # it\n        const=True)\n", None),
        ("model-const", CONST, "«class A(M):\n    a: str = Field('x', const=False)\n", None),
        ("model-const", CONST, "«class A(M):\n    a: str = Field('x'\n        'y', const=True)\n", None),
        (
            "model-one-config",
            BOTH,
            "«class A(M):\n    model_config = ConfigDict(frozen=True)\n\n    class Config:\n        orm_mode = True\n",
            "class A(M):\n    model_config = ConfigDict(frozen=True, from_attributes=True)\n\n",
        ),
        (
            "model-one-config",
            BOTH,
            "«class A(M):\n    model_config = ConfigDict(frozen=True)\n\n    class Config:\n        a = 1, 2\n",
            None,
        ),
        (
            "model-one-config",
            BOTH,
            "«class A(M):\n    model_config = make()\n\n    class Config:\n        a = 1\n",
            None,
        ),
        (  # what is said of the first field stays beside it
            "model-arbitrary",
            FRAME,
            "«class A(M):\n    # the table\n    a: DataFrame\n",
            f"class A(M):\n{ALLOWED}    # the table\n    a: DataFrame\n",
        ),
        ("model-arbitrary", FRAME, "«class A(M):\n    model_config = {'a': (1)}\n    a: DataFrame\n", None),
        (  # the union has a name
            "model-literal",
            TAGS,
            "class Cat(M):\n    kind: str = 'cat'\n\n\nclass Dog(M):\n    kind: str = 'dog'\n\n\nPet = Cat | Dog\n\n\n"
            "«class A(M):\n    a: Pet = Field(discriminator='kind')\n",
            "class Cat(M):\n    kind: Literal['cat'] = 'cat'\n\n\nclass Dog(M):\n    kind: Literal['dog'] = 'dog'\n\n\n"
            "Pet = Cat | Dog\n\n\nclass A(M):\n    a: Pet = Field(discriminator='kind')\n",
        ),
    ],
)
def test_classes_that_fooled_it(makes: Makes, recipe: str, message: str, before: str, after: str | None) -> None:
    makes(recipe, message, HEAD_OF_FIELD + before, None if after is None else HEAD_OF_FIELD + after, True)
