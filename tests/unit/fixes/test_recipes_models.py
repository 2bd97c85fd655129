"""Recipes for models of Pydantic, and for calls of SQLAlchemy, Django and PyYAML."""

from __future__ import annotations

import pytest

from .conftest import Apply, Makes

_MISSING = "1 validation error for U\na\n  Field required [type=missing, input_value={}, input_type=dict]"
_BARE = "A non-annotated attribute was detected: `a = 10`. All model fields require a type annotation"
_REGEX = "`regex` is removed. use `pattern` instead"
_ITEMS = "conlist() got an unexpected keyword argument 'min_items'"
_ROOT = "If you use `@root_validator` with pre=False (the default) you MUST specify `skip_on_failure=True`."
_EXECUTE = "Connection.execute() got an unexpected keyword argument 'n'"
_DELETE = "ForeignKey.__init__() missing 1 required positional argument: 'on_delete'"
_LOADER = "load() missing 1 required positional argument: 'Loader'"
_OLD = "Instance <U at 0x1> is not bound to a Session; attribute refresh operation cannot proceed"
_SA = "from sqlalchemy import text\n"


@pytest.mark.parametrize(
    ("recipe", "message", "before", "after"),
    [
        ("model-default", _MISSING, "class U(B):\n    a: Optional[int]  # é\n    b: int | None\n«U()\n",
         "class U(B):\n    a: Optional[int] = None  # é\n    b: int | None = None\nU()\n"),
        ("model-default", _MISSING, "class U(B):\n    a: Union[int, None]\n«U()\n",
         "class U(B):\n    a: Union[int, None] = None\nU()\n"),
        ("model-default", _MISSING, "class U(B):\n    a: int\n    b: Optional[int]\n«U()\n", None),
        ("model-default", _MISSING, "«U()\n", None),
        ("model-annotation", _BARE, "«class U(B):\n    a = 10  # é\n", "class U(B):\n    a: int = 10  # é\n"),
        ("model-annotation", _BARE, "«class U(B):\n    a = True\n", "class U(B):\n    a: bool = True\n"),
        ("model-annotation", _BARE, "«class U(B):\n    a = []\n", None),
        ("model-annotation", _BARE, "«class U(B):\n    a = None\n", None),
        ("model-keyword", _REGEX, "class U(B):\n    a: str = «Field(regex='é')»\n    b: str = Field('x', regex='b')\n",
         "class U(B):\n    a: str = Field(pattern='é')\n    b: str = Field('x', pattern='b')\n"),
        ("model-keyword", _ITEMS, "x = «conlist(str, min_items=1, max_items=2)»\n",
         "x = conlist(str, min_length=1, max_length=2)\n"),
        ("model-keyword", _REGEX, "x = «other(regex='a')»\n", None),
        ("model-config", "",
         "class U(B):\n    class Config:\n        orm_mode = True  # é\n        extra = 'x'\n«f(U)\n",
         "class U(B):\n    class Config:\n        from_attributes = True  # é\n        extra = 'x'\nf(U)\n"),
        ("model-config", "", "class U(B): ...\n«f(U)\n", None),
        ("model-validator", _ROOT, "class U(B):\n    «@root_validator()\n    def f(cls, v): ...\n",
         "class U(B):\n    @root_validator(skip_on_failure=True)\n    def f(cls, v): ...\n"),
        ("model-validator", _ROOT, "class U(B):\n    «@root_validator(pre=True)\n    def f(cls, v): ...\n", None),
        ("sql-select", "", "q = «select([a.é, a.b])».where(x)\n", "q = select(a.é, a.b).where(x)\n"),
        ("sql-select", "", "q = «select([])»\n", None),
        ("sql-select", "", "q = «select(columns)»\n", None),
        ("sql-dictionary", _EXECUTE, "c.«execute(q, n=3, é = f(1))»  # x\n",
         'c.execute(q, {"n": 3, "é": f(1)})  # x\n'),
        ("sql-dictionary", _EXECUTE, "«c.execute(q, **v)»\n", None),
        ("sql-dictionary", _EXECUTE, "«c.execute(q, a, n=3)»\n", None),
        ("sql-connection", "", _SA + "rows = «engine.execute('é').fetchall()»  # x\n",
         _SA + "with engine.begin() as connection:\n    rows = connection.execute(text('é')).fetchall()  # x\n"),
        ("sql-connection", "", "def f():\n\t«self.engine.execute(q)»\n",
         "def f():\n\twith self.engine.begin() as connection:\n\t\tconnection.execute(q)\n"),
        ("sql-connection", "", "rows = «engine.execute(q)»\n", None),
        ("sql-connection", "", "return_ = 1; «engine.execute(q)»\n", None),
        ("sql-keep", _OLD, "with Session(e) as s:\n    pass\n«print(u.n)\n",
         "with Session(e, expire_on_commit=False) as s:\n    pass\nprint(u.n)\n"),
        ("sql-keep", _OLD, "M = sessionmaker(e)\ns = M()\n«print(u.n)\n",
         "M = sessionmaker(e, expire_on_commit=False)\ns = M()\nprint(u.n)\n"),
        ("sql-keep", _OLD, "a = Session(e)\nb = Session(e)\n«print(u.n)\n", None),
        ("sql-keep", _OLD.replace("attribute refresh", "lazy load"), "a = Session(e)\n«print(u.n)\n", None),
        ("on-delete", _DELETE,
         "class A(M):\n    a = «models.ForeignKey(B, null=True)»  # é\n    b = models.OneToOneField('C')\n",
         "class A(M):\n    a = models.ForeignKey(B, on_delete=models.CASCADE, null=True)  # é\n"
         "    b = models.OneToOneField('C', on_delete=models.CASCADE)\n"),
        ("on-delete", _DELETE, "class A(M):\n    a = «ForeignKey(B)»\n", None),
        ("safe-load", _LOADER, "x = «yaml.load(f)»  # é\r\n", "x = yaml.safe_load(f)  # é\r\n"),
        ("safe-load", _LOADER, "x = «yaml.load(f, Loader=l)»\n", None),
        ("safe-load", _LOADER, "x = «pickle.load(f)»\n", None),
    ],
)  # fmt: skip
def test_a_call_is_written_for_the_new_version(
    mend: Apply, recipe: str, message: str, before: str, after: str | None
) -> None:
    exception = "sqlalchemy.orm.exc.DetachedInstanceError" if recipe == "sql-keep" else "TypeError"
    mended = mend(recipe, before, exception=exception, message=message)
    assert (mended and mended.text) == after
    assert mended is None or mended.mend.sure


_CONFIG = "Valid config keys have changed in V2:\n* 'orm_mode' has been renamed to 'from_attributes'"
_INSTANCE = "`@field_validator` cannot be applied to instance methods"


@pytest.mark.parametrize(
    ("recipe", "message", "before", "after"),
    [
        ("model-default", _MISSING, "class U(M):\n    a: (int | None)\n\n\n«U()\n", None),
        (  # the order of a dataclass's fields tells which may have a default
            "model-default",
            _MISSING,
            "@dataclass\nclass U:\n    a: int | None\n    b: int\n\n\n«U(b=1)\n",
            None,
        ),
        ("model-annotation", _BARE, "class U(M):\n    «a = b = 10\n", None),
        ("model-keyword", _REGEX, "class U(M):\n    «a: str = Field(regex='x', pattern='y')\n", None),
        ("model-config", _CONFIG, "class Config:\n    orm_mode = True\n\n\n«class U(M):\n    a: int\n", None),
        (
            "model-config",
            _CONFIG,
            "«class U(M):\n    model_config = ConfigDict(orm_mode=True)\n",
            "class U(M):\n    model_config = ConfigDict(from_attributes=True)\n",
        ),
        ("model-validator", _ROOT, "class U(M):\n    «@root_validator(  # all\n    )\n    def f(cls, v): ...\n", None),
        (
            "model-class-method",
            _INSTANCE,
            "class U(M):\n    @field_validator('a')\n    «def f(self, cls):\n        return cls\n",
            None,
        ),
    ],
)
def test_models_that_fooled_it(makes: Makes, recipe: str, message: str, before: str, after: str | None) -> None:
    makes(recipe, message, before, after, True)
