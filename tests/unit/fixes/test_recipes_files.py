"""Recipes that mend work with files."""

from __future__ import annotations

import pytest
from tracemend.context import Context, Settings

from .conftest import Apply, Mends, Outcome, TextAfter

_REFUSED = {"exception": "PermissionError", "message": "[Errno 13] Permission denied: 'a'"}


def _without_helper(text: str) -> str:
    """The text from the first line after the helper function on."""
    return text[text.index("\n\n\n", text.index("raise\n" if "replace_file" in text else "return folder\n")) + 3 :]


# --- atomic-write


@pytest.mark.parametrize(
    ("source", "after"),
    [
        (
            'with «open("a.csv", "w", newline="") as f:  # the report\n    f.write("x")\n',
            'with replace_file("a.csv", "w", newline="") as f:  # the report\n    f.write("x")\n',
        ),
        ('with «open(p, mode="wb") as f:\n    pass\n', 'with replace_file(p, mode="wb") as f:\n    pass\n'),
        ('with «p.open("w") as f:\n    pass\n', 'with replace_file(p, "w") as f:\n    pass\n'),
        ('with a, «open(p, "w") as f:\n    pass\n', 'with a, replace_file(p, "w") as f:\n    pass\n'),
        (
            'with «open(\n    p,\n    "w",  # new\n) as f:\n    pass\n',
            'with replace_file(\n    p,\n    "w",  # new\n) as f:\n    pass\n',
        ),
        (
            'def f():\n    «p.write_text("é", "utf-8")  # keep\n',
            'def f():\n    with replace_file(p, "w", encoding="utf-8") as file:\n        file.write("é")  # keep\n',
        ),
        (
            "file = 1\n«p.write_bytes(b)\n",
            'file = 1\nwith replace_file(p, "wb") as output:\n    output.write(b)\n',
        ),
    ],
)
def test_a_write_goes_through_the_helper(mends: Mends, source: str, after: str) -> None:
    mended = mends("atomic-write", source, **_REFUSED)
    assert _without_helper(mended.text) == after
    assert not mended.mend.sure
    assert "keeps the file open" in (mended.mend.note or "")
    compile(mended.text, "mended", "exec")


@pytest.mark.parametrize(
    "source",
    [
        'with «open("a") as f:\n    pass\n',
        'with «open("a", "a") as f:\n    pass\n',
        'with «open("a", "r+") as f:\n    pass\n',
        'with «open("a", mode) as f:\n    pass\n',
        'f = «open("a", "w")\n',
        'with «open(3, "w") as f:\n    pass\n',
        'with «open(fd, "w") as f:\n    pass\n',
        "with «open(*args) as f:\n    pass\n",
        'with «open("a", "w", 1) as f:\n    pass\n',
        'with «open("a", "w", closefd=False) as f:\n    pass\n',
        'with «gzip.open("a", "w") as f:\n    pass\n',
        'with «os.open("a", "w") as f:\n    pass\n',
        'n = «p.write_text("a")\n',
        'if x: «p.write_text("a")\n',
        'a = 1; «p.write_text("a")\n',
        "«p.write_text()\n",
        "«print(1)\n",
    ],
)
def test_no_atomic_write_where_it_is_none(mend: Apply, source: str) -> None:
    assert mend("atomic-write", source, **_REFUSED) is None


def test_the_helper_comes_once_and_keeps_the_files_habits(mend: Apply, mends: Mends) -> None:
    first = mends("atomic-write", 'import os\r\n\r\nif 1:\r\n\t«p.write_text("a")\r\n', **_REFUSED)
    assert "\n" not in first.text.replace("\r\n", "")
    assert "    " not in first.text
    second = mends("atomic-write", first.text + 'with «open("b", "w") as f:\r\n\tpass\r\n', **_REFUSED)
    assert second.text.count("def replace_file") == 1
    assert second.text.endswith('with replace_file("b", "w") as f:\r\n\tpass\r\n')
    assert mend("atomic-write", second.text.replace('"b"', '«"b"'), **_REFUSED) is None


# --- retry


def test_a_statement_is_tried_again_with_growing_pauses(mends: Mends) -> None:
    mended = mends("retry", 'import os\n\nos.replace(«"a", "b")  # keep\n', **_REFUSED, attempts=3, backoff=0.5)
    assert mended.text == (
        "import os\nimport time\n\nattempt = 0\nwhile True:\n    try:\n"
        '        os.replace("a", "b")  # keep\n        break\n    except PermissionError:\n        if attempt == 2:\n'
        "            raise\n        time.sleep(0.5 * 2**attempt)\n        attempt += 1\n"
    )
    assert not mended.mend.sure  # nobody holds a file so that others may not have it
    on_windows = Context(origin="here", system="windows")
    mended = mends("retry", '«os.replace("a", "b")\n', **_REFUSED, context=on_windows)
    assert mended.mend.sure


def test_only_the_opening_of_a_with_is_tried_again(text_after: TextAfter) -> None:
    assert text_after(
        "retry",
        'import time\nattempt = 1\ndef f():\n\twith «open("a") as f, g:\n\t\tf.read()\n',
        exception="PermissionError",
        exceptions=["PermissionError", "OSError"],
    ) == (
        "import time\nattempt = 1\ndef f():\n\tattempt_number = 0\n\twhile True:\n\t\ttry:\n"
        '\t\t\tf = open("a")\n\t\t\tbreak\n\t\texcept (PermissionError, OSError):\n\t\t\tif attempt_number == 4:\n'
        "\t\t\t\traise\n\t\t\ttime.sleep(0.1 * 2**attempt_number)\n\t\t\tattempt_number += 1\n"
        "\twith f, g:\n\t\tf.read()\n"
    )


def test_a_coroutine_sleeps_without_holding_others_up(text_after: TextAfter) -> None:
    assert text_after(
        "retry",
        'import asyncio\nasync def f():\n    return await «get(1,\n      """a\nb""")\n',
        exception="ConnectionError",
    ) == (
        "import asyncio\nasync def f():\n    attempt = 0\n    while True:\n        try:\n"
        '            return await get(1,\n              """a\nb""")\n        except ConnectionError:\n'
        "            if attempt == 4:\n                raise\n            await asyncio.sleep(0.1 * 2**attempt)\n"
        "            attempt += 1\n"
    )


def test_a_dotted_exception_is_imported(outcome: Outcome) -> None:
    assert outcome("retry", "«x = fetch()\n", exception="requests.exceptions.Timeout") == (
        (
            "import time\n\nfrom requests.exceptions import Timeout\n\nattempt = 0\nwhile True:\n    try:\n"
            "        x = fetch()\n        break\n    except Timeout:\n        if attempt == 4:\n            raise\n"
            "        time.sleep(0.1 * 2**attempt)\n        attempt += 1\n"
        ),
        False,
    )


@pytest.mark.parametrize(
    ("source", "arguments"),
    [
        ("if «os.remove(a):\n    pass\n", {}),
        ("for x in «open(a):\n    pass\n", {}),
        ("a = 1; «b()\n", {}),
        ("«b(); a = 1\n", {}),
        ("if a: «b()\n", {}),
        ("with «lock() as f:\n    pass\n", {}),
        ("«import a\n", {}),
        ("«b()\n", {"attempts": 1}),
        ("«b()\n", {"attempts": 1000}),
        ("«b()\n", {"backoff": -1}),
        ("«b()\n", {"backoff": "1"}),
        ("«b()\n", {"exceptions": ["Nope"]}),
        ("«b()\n", {"exceptions": ["A: pass\nimport os"]}),
    ],
)
def test_no_retry_where_it_cannot_be_wrapped(mend: Apply, source: str, arguments: dict[str, object]) -> None:
    assert mend("retry", source, exception="PermissionError", **arguments) is None


# --- user-data-folder


@pytest.mark.parametrize(
    ("source", "after", "sure"),
    [
        (
            'target = Path("app") / "a.ini"\n«target.write_text("x")  # mine\n',
            'target = user_data_folder("project") / "a.ini"\ntarget.write_text("x")  # mine\n',
            True,
        ),
        (
            'with «open("/opt/a/b.csv", "w") as f:\n    pass\n',
            'with open(user_data_folder("project") / "b.csv", "w") as f:\n    pass\n',
            True,
        ),
        (
            'with «open("b.csv", "w") as f:\n    print("b.csv")\n',
            'with open(user_data_folder("project") / "b.csv", "w") as f:\n    print("b.csv")\n',
            False,
        ),
        (
            "name = os.path.join(a, 'b.csv')\nwith «open(name, \"w\") as f:\n    pass\n",
            'name = os.path.join(user_data_folder("project"), \'b.csv\')\nwith open(name, "w") as f:\n    pass\n',
            True,
        ),
        (
            '«Path("x/y.txt").write_text("a")\n',
            '(user_data_folder("project") / "y.txt").write_text("a")\n',
            True,
        ),
        (
            '«Path("/sys/power/state").write_text("mem")\n',
            '(user_data_folder("project") / "state").write_text("mem")\n',
            False,
        ),
        (
            'def f(path):\n    with «open(path, "w") as f:\n        pass\n',
            'def f(path):\n    with open(user_data_folder("project") / os.path.basename(path), "w") as f:\n'
            "        pass\n",
            False,
        ),
    ],
)
def test_the_path_moves_into_the_users_folder(mends: Mends, source: str, after: str, sure: bool) -> None:
    mended = mends("user-data-folder", source, **_REFUSED)
    assert _without_helper(mended.text) == after
    assert mended.mend.sure == sure
    compile(mended.text, "mended", "exec")


@pytest.mark.parametrize(
    "source",
    ['with «open("a") as f:\n    pass\n', "«p.read_text()\n", "«os.remove(a)\n", 'f = «open(get(), "w")\n', "«x = 1\n"],
)
def test_nothing_moves_that_is_not_written_or_not_seen(mend: Apply, source: str) -> None:
    assert mend("user-data-folder", source, **_REFUSED) is None


class _Files:
    def __init__(self, files: dict[str, str]) -> None:
        self._files = files

    def read(self, path: str) -> str | None:
        return self._files.get(path)


def test_platformdirs_is_used_where_the_file_or_the_project_has_it(mends: Mends, text_after: TextAfter) -> None:
    line = 'with «open("a.csv", "w") as f:\n    pass\n'
    assert text_after("user-data-folder", f"import platformdirs\n\n{line}", **_REFUSED) == (
        'import platformdirs\n\nwith open(platformdirs.user_data_path("project", ensure_exists=True) / "a.csv", "w") '
        "as f:\n    pass\n"
    )
    files = _Files({"/project/pyproject.toml": '[project]\ndependencies = ["platformdirs>=4"]\n'})
    context = Context(origin="here", roots=("/project",), documents=files, settings=Settings())
    mended = mends("user-data-folder", line, **_REFUSED, context=context)
    assert mended.text.startswith("from platformdirs import user_data_path\n\nwith open(user_data_path(")


# --- encoding

_DECODE = {"exception": "UnicodeDecodeError", "message": "'ascii' codec can't decode byte 0xc3 in position 1"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('f = «open("a")\n', 'f = open("a", encoding="utf-8")\n'),
        ('«Path("a").read_text()\n', 'Path("a").read_text(encoding="utf-8")\n'),
        ('«p.write_text("é")  # é\r\n', 'p.write_text("é", encoding="utf-8")  # é\r\n'),
        ('«p.open("r")\n', 'p.open("r", encoding="utf-8")\n'),
        ('open("a", encoding=«None)\n', 'open("a", encoding="utf-8")\n'),
        ("open('a', encoding=«'ascii')\n", "open('a', encoding='utf-8')\n"),
        (
            'with open("a") as f, open("b", "wb") as g:\n    x = «f.read()\n',
            'with open("a", encoding="utf-8") as f, open("b", "wb") as g:\n    x = f.read()\n',
        ),
        (
            'with open("a") as f:\n    with open("b", "w") as g:\n        for x in «f:\n            g.write(x)\n',
            'with open("a", encoding="utf-8") as f:\n    with open("b", "w") as g:\n'
            "        for x in f:\n            g.write(x)\n",
        ),
        (
            'with open("a") as f:\n    rows = csv.reader(f)\n    for row in «rows:\n        pass\n',
            'with open("a", encoding="utf-8") as f:\n    rows = csv.reader(f)\n    for row in rows:\n        pass\n',
        ),
        (
            'def f():\n    file = open("a")\n    return «file.read()\n',
            'def f():\n    file = open("a", encoding="utf-8")\n    return file.read()\n',
        ),
    ],
)
def test_the_encoding_is_said_where_the_file_is_opened(outcome: Outcome, before: str, after: str) -> None:
    assert outcome("encoding", before, **_DECODE) == (after, True)


@pytest.mark.parametrize(
    "source",
    [
        '«open("a", "rb")\n',
        '«open("a", mode)\n',
        '«open("a", encoding="utf-8")\n',
        '«open("a", encoding=name)\n',
        '«open("a", "r", -1, "latin-1")\n',
        '«p.read_text("latin-1")\n',
        "«open(*a)\n",
        '«gzip.open("a")\n',
        '«print("é")\n',
        'with open("a", "rb") as f:\n    «f.read()\n',
    ],
)
def test_no_encoding_where_one_is_given_or_the_file_is_binary(mend: Apply, source: str) -> None:
    assert mend("encoding", source, **_DECODE) is None


def test_utf_8_is_not_offered_where_it_is_what_failed(mend: Apply, text_after: TextAfter) -> None:
    message = "'utf-8' codec can't decode byte 0xff in position 0"
    assert mend("encoding", '«open("a")\n', exception="UnicodeDecodeError", message=message) is None
    assert (
        text_after("encoding", '«open("a")\n', exception="UnicodeDecodeError", message=message, to="cp1252")
        == 'open("a", encoding="cp1252")\n'
    )


# --- make-parent-folder

_MISSING = {"exception": "FileNotFoundError", "message": "[Errno 2] No such file or directory: 'out/a'"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            'import os\nwith «open("out/x/a.csv", "w") as f:\n    pass\n',
            'import os\nos.makedirs("out/x", exist_ok=True)\nwith open("out/x/a.csv", "w") as f:\n    pass\n',
        ),
        (
            "import os\nf = «open('out/a', 'a')  # new\n",
            "import os\nos.makedirs('out', exist_ok=True)\nf = open('out/a', 'a')  # new\n",
        ),
        (
            'import os\ndef save(path):\n\twith «open(path, "w") as f:\n\t\tpass\n',
            'import os\ndef save(path):\n\tos.makedirs(os.path.dirname(path) or ".", exist_ok=True)\n'
            '\twith open(path, "w") as f:\n\t\tpass\n',
        ),
        (
            'p = Path("a") / "b"\r\n«p.write_text("x")\r\n',
            'p = Path("a") / "b"\r\np.parent.mkdir(parents=True, exist_ok=True)\r\np.write_text("x")\r\n',
        ),
        (
            'with «open(root / "b", "w") as f:\n    pass\n',
            '(root / "b").parent.mkdir(parents=True, exist_ok=True)\nwith open(root / "b", "w") as f:\n    pass\n',
        ),
        (
            'import os\n«open(name(), "w")\n',
            'import os\npath = name()\nos.makedirs(os.path.dirname(path) or ".", exist_ok=True)\nopen(path, "w")\n',
        ),
        ("import os\n«os.mkdir('a/b')\n", "import os\nos.makedirs('a/b')\n"),
        ("«p.mkdir(exist_ok=True)\n", "p.mkdir(exist_ok=True, parents=True)\n"),
        (
            "import os\ndf.to_csv(«f'{folder}/a.csv')\n",
            "import os\nos.makedirs(os.path.dirname(f'{folder}/a.csv') or \".\", exist_ok=True)\n"
            "df.to_csv(f'{folder}/a.csv')\n",
        ),
    ],
)
def test_the_folder_is_made_before_the_file(text_after: TextAfter, before: str, after: str) -> None:
    assert text_after("make-parent-folder", before, **_MISSING) == after


@pytest.mark.parametrize(
    "source",
    [
        '«open("out/a")\n',
        '«open("a", "w")\n',
        "«p.read_text()\n",
        'if x: «open("out/a", "w")\n',
        'if x:\n    pass\nelif «open("out/a", "w"):\n    pass\n',
        "«p.mkdir(parents=True)\n",
        "«os.makedirs(p)\n",
        "«shutil.copy(a, b)\n",
    ],
)
def test_no_folder_where_none_is_missing(mend: Apply, source: str) -> None:
    assert mend("make-parent-folder", source, **_MISSING) is None
