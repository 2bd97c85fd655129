"""Recipes that change more than one file: what they make, and where they make nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tracemend.context import Context
from tracemend.fixes.recipe import FileEdits, NewFile, RenamedFile, TextEdit
from tracemend.fixes.toolkit.workspace import may_be_made, module_file

from .conftest import Ask, texts

HIDING = "def greet():\n    pass\n"


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("from email import greet  # ü\r\ngreet()\r\n", "from my_email import greet  # ü\r\ngreet()\r\n"),
        ("import email\nemail.greet(email.greet)\n", "import my_email\nmy_email.greet(my_email.greet)\n"),
        ("import email as mail, os\nmail.greet()\n", "import my_email as mail, os\nmail.greet()\n"),
        ("from .email import greet\n", "from .my_email import greet\n"),
        ("from . import email\nemail.greet()\n", "from . import my_email as email\nemail.greet()\n"),
        ("from email import message\n", None),
        ("import email.message\nemail.message.Message()\n", None),
        ("import email\nemail.message_from_string('')\n", None),
        ("import emails\n", None),
    ],
)
def test_imports_that_mean_the_file_go_along_with_its_new_name(ask: Ask, text: str, after: str | None) -> None:
    files = {"app.py": "import smtplib\n", "email.py": HIDING, "other.py": text}
    found = texts(ask("rename-file", files, module="email.utils"))
    assert found == {"->": "my_email.py", **({"other.py": after} if after is not None else {})}


@pytest.mark.parametrize(
    "files",
    [
        {"email.py": HIDING, "other.py": "from email import greet, message\n"},
        {"email.py": HIDING, "other.py": "import email\nemail.greet(email.message)\n"},
        {"email.py": HIDING, "other.py": "import email\nf(email)\n"},
        {"email.py": HIDING, "other.py": "from email import greet\ndef f(:\n"},
        {"email.py": "def f(:\n"},
        {"email/__init__.py": HIDING},
        {"email.py": HIDING, "my_email.py": "", "own_email/a.py": ""},
        {"lib.py": HIDING},
    ],
)
def test_a_file_is_not_renamed_where_what_imports_mean_is_not_clear(ask: Ask, files: dict[str, str]) -> None:
    assert ask("rename-file", {"app.py": "import smtplib\n", **files}, module="email.utils") is None


def test_the_imports_of_another_program_with_such_a_file_stay(ask: Ask) -> None:
    files = {"app.py": "import smtplib\n", "email.py": HIDING, "other.py": "from email import greet\n"}
    after = {"->": "my_email.py", "other.py": "from my_email import greet\n"}
    another = {"shop/email.py": HIDING, "shop/main.py": "from email import greet\nimport email\nemail.greet()\n"}
    assert texts(ask("rename-file", {**files, **another}, module="email.utils")) == after
    package = {**another, "shop/__init__.py": ""}
    assert ask("rename-file", {**files, **package}, module="email.utils") is None
    relative = {**package, "shop/main.py": "from .email import greet\n"}
    assert texts(ask("rename-file", {**files, **relative}, module="email.utils")) == after


def test_imports_through_the_package_go_along(ask: Ask, tmp_path: Path) -> None:
    other = "from shop.email import greet  # é\nfrom shop import email, till\nfrom shop import email as mail\n"
    after = (
        "from shop.my_email import greet  # é\nfrom shop import my_email as email, till\n"
        "from shop import my_email as mail\n"
    )
    files = {"app.py": "import smtplib\n", "shop/__init__.py": "", "shop/email.py": HIDING, "other.py": other}
    shadow = str(tmp_path / "shop" / "email.py")
    assert texts(ask("rename-file", files, shadow=shadow)) == {"->": "my_email.py", "other.py": after}
    files["more.py"] = "import shop.email\nshop.email.greet()\n"
    assert ask("rename-file", files, shadow=shadow) is None


def test_the_second_name_is_taken_where_the_first_is_another_files(ask: Ask) -> None:
    files = {"app.py": "import smtplib\n", "email.py": HIDING, "my_email.py": ""}
    assert texts(ask("rename-file", files, module="email")) == {"->": "own_email.py"}


def test_the_program_itself_is_renamed_but_not_surely(ask: Ask, tmp_path: Path) -> None:
    mend = ask("rename-file", {"app.py": "import app\n"}, shadow=str(tmp_path / "app.py"), module="app")
    assert mend is not None
    assert not mend.sure
    assert mend.note == "The program is started as my_app.py from then on."
    assert mend.others == (RenamedFile(str(tmp_path / "app.py"), str(tmp_path / "my_app.py")),)


MARKED = (
    "import pytest\n\n@pytest.mark.slow\n@pytest.mark.skip\ndef test_a(): ...\n\n@pytest.mark.db\ndef test_b(): ...\n"
)


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("pytest.ini", "", "[pytest]\nmarkers =\n    slow\n    db\n"),
        ("pytest.ini", "[pytest]\naddopts = -q\n", "[pytest]\nmarkers =\n    slow\n    db\naddopts = -q\n"),
        (
            "pytest.ini",
            "[pytest]\r\nmarkers =\r\n  db: ü\r\n\r\n[x]\r\n",
            "[pytest]\r\nmarkers =\r\n  db: ü\r\n  slow\r\n\r\n[x]\r\n",
        ),
        (
            "setup.cfg",
            "[a]\nmarkers = 1\n[tool:pytest]",
            "[a]\nmarkers = 1\n[tool:pytest]\nmarkers =\n    slow\n    db\n",
        ),
        ("tox.ini", "[pytest]\nmarkers = db\n", "[pytest]\nmarkers = db\n    slow\n"),
        (
            "pyproject.toml",
            '[tool.pytest.ini_options]\nmarkers = ["db: x"]  # ours\n',
            '[tool.pytest.ini_options]\nmarkers = ["db: x", "slow"]  # ours\n',
        ),
        (
            "pyproject.toml",
            '[project]\nname = "a"\n',
            '[project]\nname = "a"\n\n[tool.pytest.ini_options]\nmarkers = ["slow", "db"]\n',
        ),
    ],
)
def test_marks_are_registered_where_pytest_looks(ask: Ask, name: str, before: str, after: str) -> None:
    assert texts(ask("pytest-marker", {"app.py": MARKED, name: before}, line=3, mark="slow")) == {name: after}


def test_without_a_configuration_one_is_made(ask: Ask) -> None:
    mend = ask("pytest-marker", {"app.py": MARKED, "setup.cfg": "[metadata]\nname = a\n"}, line=3, mark="slow")
    assert texts(mend) == {"pytest.ini": "[pytest]\nmarkers =\n    slow\n    db\n"}
    assert mend is not None
    assert mend.sure
    assert mend.operations == {"create"}


def test_a_mark_that_may_be_misspelt_is_not_surely_registered(ask: Ask) -> None:
    for config in ("[pytest]\nmarkers =\n    sloww\n", "[pytest]\nmarkers = sloww\n"):
        mend = ask("pytest-marker", {"app.py": MARKED, "pytest.ini": config}, line=3, mark="slow")
        assert mend is not None
        assert not mend.sure
    assert (
        ask("pytest-marker", {"app.py": MARKED, "pytest.ini": "[pytest]\nmarkers =\n    slow\n"}, line=3, mark="slow")
        is None
    )


CLASS = "class Dog:\n    def speak():  # é\n        return 1\n\n    def _init_(self, a):\n        pass\n"


@pytest.mark.parametrize(
    ("files", "changed"),
    [
        ({"app.py": "from dogs import Dog\nDog().speak()\n", "dogs.py": CLASS}, "dogs.py"),
        ({"app.py": "import pets.dogs\npets.dogs.Dog().speak()\n", "pets/dogs.py": CLASS}, "dogs.py"),
        (
            {
                "app.py": "from pets import Dog\nDog().speak()\n",
                "pets/__init__.py": "from .dogs import *\n",
                "pets/dogs.py": CLASS,
            },
            "dogs.py",
        ),
        ({"app.py": "from dogs import Dog\nDog.speak()\n", "dogs.py": CLASS}, None),
        (
            {
                "app.py": "from dogs import make\nmake().speak()\n",
                "dogs.py": "from a import Dog\n",
                "a.py": CLASS,
                "b.py": CLASS,
            },
            "a.py",
        ),
        ({"app.py": "from a import *\nfrom b import *\nDog().speak()\n", "a.py": CLASS, "b.py": CLASS}, None),
        ({"app.py": "from dogs import Dog\nDog().speak()\n", "venv/dogs.py": CLASS}, None),
    ],
)  # fmt: skip
def test_a_method_of_another_file_gets_its_self(ask: Ask, files: dict[str, str], changed: str | None) -> None:
    line = files["app.py"].count("\n")
    mend = ask("self-parameter", files, "Dog.speak() takes 0 positional arguments but 1 was given", line)
    after = CLASS.replace("speak()", "speak(self)")
    assert texts(mend) == (None if changed is None else {changed: after})


def test_a_misspelt_init_of_another_file(ask: Ask) -> None:
    mend = ask(
        "init-name", {"app.py": "from dogs import Dog\nDog(1)\n", "dogs.py": CLASS}, "Dog() takes no arguments", 2
    )
    assert texts(mend) == {"dogs.py": CLASS.replace("_init_", "__init__")}


def test_only_what_lies_in_the_workspace_and_takes_nobodys_place_is_done(tmp_path: Path) -> None:
    root, outside = tmp_path / "work", tmp_path / "other.py"
    (root / ".venv").mkdir(parents=True)
    for path in (root / "a.py", root / ".venv" / "a.py", outside):
        path.write_text("x = 1\n")
    context = Context(roots=(str(root),), folder=str(root))
    edit = TextEdit(0, 1, "y")

    def may(*changes: Any) -> bool:
        return may_be_made(changes, context)

    assert may(FileEdits(str(root / "a.py"), "x = 1\n", (edit,)))
    assert may(NewFile(str(root / "b.py"), ""))
    assert may(RenamedFile(str(root / "a.py"), str(root / "b.py")))
    assert not may(FileEdits(str(root / "a.py"), "x = 2\n", (edit,)))
    assert not may(FileEdits(str(outside), "x = 1\n", (edit,)))
    assert not may(FileEdits(str(root / ".venv" / "a.py"), "x = 1\n", (edit,)))
    assert not may(NewFile(str(root / "a.py"), ""))
    assert not may(NewFile(str(tmp_path / "b.py"), ""))
    assert not may(RenamedFile(str(root / "a.py"), str(outside)))
    assert not may(RenamedFile(str(root / "none.py"), str(root / "b.py")))
    assert module_file("a", str(root / "c.py"), context) == str(root / "a.py")
    assert module_file("a.b", str(root / "c.py"), context) is None
