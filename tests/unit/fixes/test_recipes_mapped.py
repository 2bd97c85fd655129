"""What a session and the statements of SQLAlchemy are given."""

from __future__ import annotations

import pytest

from .conftest import Keeps

LIST = "Class 'builtins.list' is not mapped"
DICT = "Class 'builtins.dict' is not mapped"
NOT_LIST = "Incompatible collection type: Order is not list-like"
NUMBER = "'int' object has no attribute '_sa_instance_state'"
BOUND = "(sqlalchemy.exc.InvalidRequestError) A value is required for bind parameter 'user_id'"
DATE = "(builtins.TypeError) SQLite Date type only accepts Python date objects as input."
IN = "IN expression list, SELECT construct, or bound parameter object expected, got 3."
TRUTH = "Boolean value of this clause is not defined"
LOADER = "Strings are not accepted for attribute names in loader options; please use class-bound attributes directly."
MODELS = (
    "from datetime import date\n\nfrom sqlalchemy import or_\n\n\n"
    "class User(Base):\n    __tablename__ = 'u'\n    name: Mapped[str]\n    born = Column(Date)\n"
    "    orders = relationship()\n\n\nclass Order(Base):\n    __tablename__ = 'o'\n    user_id = Column(Integer)\n"
    "    user = relationship()\n\n\n"
)


@pytest.mark.parametrize(
    ("recipe", "message", "before", "after"),
    [
        ("add-all", LIST, "s.add([a, b])", "s.add_all([a, b])"),
        ("mapped-object", DICT, "d = {'name': 'é'}\n«s.add(d)", "d = {'name': 'é'}\ns.add(User(**d))"),
        (
            "mapped-object",
            DICT,
            "for d in [{'name': 'a'}, {'born': x}]:\n    «s.add(d)",
            "for d in [{'name': 'a'}, {'born': x}]:\n    s.add(User(**d))",
        ),
        ("mapped-object", NOT_LIST, "o = Order()\n«User(orders=o)", "o = Order()\nUser(orders=[o])"),
        ("mapped-object", NOT_LIST, "u.orders = Order()", "u.orders = [Order()]"),
        ("mapped-object", NUMBER, "s.add(Order(user=n))", "s.add(Order(user_id=n))"),
        (
            "bound-name",
            BOUND,
            'c.execute(text("a = :user_id"), {"userId": 3})',
            'c.execute(text("a = :user_id"), {"user_id": 3})',
        ),
        (
            "plain-date",
            DATE,
            "u = User(born='2024-01-31', name='2024-01-31')\n«s.commit()",
            "u = User(born=date.fromisoformat('2024-01-31'), name='2024-01-31')\ns.commit()",
        ),
        ("in-list", IN, "User.id.in_(3)", "User.id.in_([3])"),
        ("in-list", IN, "User.id.in_(a, b)", "User.id.in_([a, b])"),
        ("clause-parts", TRUTH, "q.where(a == 1 and b == 2 and c)", "q.where(a == 1, b == 2, c)"),
        ("clause-parts", TRUTH, "q.filter(a == 1 or b == 2)", "q.filter(or_(a == 1, b == 2))"),
        (
            "loader-attribute",
            LOADER,
            "select(User).options(joinedload('orders'))",
            "select(User).options(joinedload(User.orders))",
        ),
    ],
)
def test_it_is_given_what_it_takes(keeps: Keeps, recipe: str, message: str, before: str, after: str) -> None:
    before = before if "«" in before else f"«{before}"
    keeps(recipe, "Exception", message, MODELS + before, MODELS + after)


def test_what_may_be_meant_otherwise_is_not_sure(keeps: Keeps) -> None:
    keeps("in-list", "Exception", IN, "User.id.in_(n)", "User.id.in_([n])", sure=False)
    sql = 'c.execute(text("a = :user_id"), {{"{}": 3}})'
    keeps("bound-name", "Exception", BOUND, sql.format("wanted"), sql.format("user_id"), sure=False)


@pytest.mark.parametrize(
    ("recipe", "message", "before"),
    [
        ("add-all", LIST, "s.delete([a])"),
        ("add-all", LIST, "s.add([{'name': 'a'}])"),
        ("mapped-object", DICT, "s.add(d)"),
        ("mapped-object", DICT, "s.add({'colour': 1})"),
        ("mapped-object", NOT_LIST, "User(orders=f())"),
        ("mapped-object", NUMBER, "User(orders=[1])"),
        ("mapped-object", NUMBER, "Order(user=n, user_id=3)"),
        ("bound-name", BOUND, 'c.execute(text("a = :user_id"), {"userId": 3, "x": 1})'),
        ("bound-name", BOUND, 'c.execute(text("a = :user_id"))'),
        ("bound-name", BOUND, 'c.execute(q, {"userId": 3})'),
        ("plain-date", DATE, "User(born='31.1.2024')"),
        ("plain-date", DATE, "User(born=x)"),
        ("in-list", IN, "User.id.in_(*a)"),
        ("clause-parts", TRUTH, "q.where(a == 1 and not b)"),
        ("clause-parts", TRUTH, "q.where(a and b or c)"),
        ("clause-parts", TRUTH, "x = a and b"),
        ("loader-attribute", LOADER, "q.options(joinedload('orders'))"),
        ("loader-attribute", LOADER, "select(User).options(joinedload('other'))"),
    ],
)
def test_what_is_not_seen_stays(keeps: Keeps, recipe: str, message: str, before: str) -> None:
    keeps(recipe, "Exception", message, f"{MODELS}«{before}", None)


@pytest.mark.parametrize(
    ("recipe", "message", "before", "after", "sure"),
    [
        ("clause-parts", TRUTH, "q.where((a == 1) and (b == 2))", "q.where((a == 1), (b == 2))", True),
        ("clause-parts", TRUTH, "q.where((a == 1 or b == 2))", "q.where((or_(a == 1, b == 2)))", True),
        ("clause-parts", TRUTH, "q.where((a) or (b), c)", "q.where(or_((a), (b)), c)", True),
        ("clause-parts", TRUTH, "q.where(1 < a < 3 and b)", None, True),
        ("clause-parts", TRUTH, "filter(a == 1 and b, c)", None, True),  # the built-in one
        ("in-list", IN, "a.in_((x), (3))", None, True),
        ("in-list", IN, "a.in_(x, (3))", None, True),
        ("in-list", IN, "a.in_((3))", "a.in_(([3]))", True),
        ("in-list", IN, "a.in_(x for x in xs)", "a.in_([x for x in xs])", True),
        ("in-list", IN, "a.in_('a,b')", "a.in_(['a,b'])", False),
        ("in-list", IN, "a.in_({1: 2})", None, True),
        ("add-all", LIST, "s.add([a], _warn=False)", None, True),
        ("mapped-object", NUMBER.replace("int", "str"), "Order(user='ann')", "Order(user_id='ann')", False),
        (
            "bound-name",
            BOUND,
            'd = {"userId": 3}\nprint(d["userId"])\n«c.execute(text("a = :user_id"), d)',
            'd = {"user_id": 3}\nprint(d["userId"])\nc.execute(text("a = :user_id"), d)',
            False,
        ),
        ("plain-date", DATE, "u = User(born='20240131')\n«s.commit()", None, True),  # Python 3.10 does not read it
        ("loader-attribute", LOADER, "select(User).options(joinedload('orders', 'user'))", None, True),
        (
            "loader-attribute",
            LOADER,
            "select(A, B).options(joinedload('orders'))",
            "select(A, B).options(joinedload(A.orders))",
            False,
        ),
    ],
)
def test_statements_that_fooled_it(
    keeps: Keeps, recipe: str, message: str, before: str, after: str | None, sure: bool
) -> None:
    before = before if "«" in before else f"«{before}"
    keeps(recipe, "Exception", message, f"{MODELS}{before}\n", None if after is None else f"{MODELS}{after}\n", sure)


def test_and_in_its_own_parentheses_stays_one_argument(keeps: Keeps) -> None:
    before, after = "from sqlalchemy import {}\n\n", "q.where(({}))\n"
    keeps(
        "clause-parts",
        "TypeError",
        TRUTH,
        before.format("or_") + "«" + after.format("a == 1 and b == 2"),
        before.format("and_, or_") + after.format("and_(a == 1, b == 2)"),
    )


def test_what_has_the_name_already_is_not_hidden(keeps: Keeps) -> None:
    """An import of another module's `date` stands below the new one."""
    model = (
        "class U(Base):\n    __tablename__ = 'u'\n    born = Column(Date)\n    text = Column(String, default=date)\n"
    )
    keeps(
        "plain-date",
        "TypeError",
        DATE,
        f"from shop import date\n\n\n{model}U(born='2024-01-31', text='2024-01-31')\n«s.commit()\n",
        f"from datetime import date as _date\n\nfrom shop import date\n\n\n{model}"
        "U(born=_date.fromisoformat('2024-01-31'), text='2024-01-31')\ns.commit()\n",
    )
