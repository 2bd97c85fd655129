"""Whose code a frame is."""

from __future__ import annotations

import pytest
from tracemend.reading.report import ErrorReport, Frame, Span
from tracemend.reading.tracebacks.frames import chain_user_frame, is_user_file, python_version, raised_in, user_frame

USER = [
    "app.py",
    "/home/me/shop/app.py",
    "./src/main.py",
    r"C:\Users\me\proj\run.py",
    "/opt/libs/tool.py",
    "/srv/lib/app/views.py",
    r"D:\proxy\local\logging.py",
    "/home/me/python3/app.py",
]
NOT_USER = [
    "/usr/lib/python3.11/json/decoder.py",
    "/usr/lib64/python3.9/os.py",
    "/home/me/.pyenv/versions/3.13.0/lib/python3.13t/threading.py",
    "/Library/Frameworks/Python.framework/Versions/3.12/lib/python3.12/os.py",
    "/srv/venv/lib/python3.12/site-packages/flask/app.py",
    "/usr/lib/python3/dist-packages/apt/cache.py",
    r"C:\Users\me\AppData\Local\Programs\Python\Python311\Lib\json\decoder.py",
    r"C:\Program Files\Python310\lib\threading.py",
    r"C:\hostedtoolcache\windows\Python\3.9.13\x64\lib\asyncio\events.py",
    r"C:\ProgramData\anaconda3\envs\env\Lib\asyncio\base_events.py",
    r"E:\env\lib\site-packages\httpx\_content.py",
    r"C:\tools\python311.zip\encodings\utf_8.py",
    "/tmp/_MEI123/base_library.zip/os.py",
    "/opt/pypy/lib/pypy3.9/os.py",
    r"asyncio\events.py",
    "<string>",
    "<stdin>",
    "<frozen os>",
    "<template>",
    "<attrs generated init app.Item>",
    "<__array_function__ internals>",
    "pandas/_libs/index.pyx",
    "hashtable_class_helper.pxi",
    "/home/me/venv/bin/uvicorn",
    r"C:\venv\Scripts\tool.exe\__main__.py",
    "<ipython-input-3-abc>",
    "Cell In[3]",
    "/tmp/ipykernel_71/123.py",
]


@pytest.mark.parametrize("path", USER)
def test_files_of_the_user(path: str) -> None:
    assert is_user_file(path)


@pytest.mark.parametrize("path", NOT_USER)
def test_files_of_others(path: str) -> None:
    assert not is_user_file(path)


def frames(*paths: str) -> list[Frame]:
    return [Frame(path, line) for line, path in enumerate(paths, 1)]


def test_the_innermost_one() -> None:
    found = user_frame(frames("app.py", "views.py", "/usr/lib/python3.11/json/decoder.py", "<string>"))
    assert found is not None
    assert (found.path, found.line) == ("views.py", 2)


def test_what_was_typed_counts_where_nothing_else_does() -> None:
    assert user_frame(frames("app.py", "<stdin>")) == Frame("app.py", 1)
    assert user_frame(frames("<stdin>", "/usr/lib/python3.11/os.py")) == Frame("<stdin>", 1)
    assert user_frame(frames("/tmp/ipykernel_7/1.py", "<frozen os>")) == Frame("/tmp/ipykernel_7/1.py", 1)
    assert user_frame(frames("/home/me/venv/bin/tool", "<frozen os>")) == Frame("/home/me/venv/bin/tool", 1)
    assert user_frame(frames("<string>")) is None
    assert user_frame([]) is None


def test_an_earlier_exception_has_a_frame() -> None:
    library = frames("/usr/lib/python3.11/os.py")
    assert chain_user_frame([library, frames("near.py"), frames("far.py")]) == Frame("near.py", 1)
    assert chain_user_frame([frames("<stdin>"), frames("far.py")]) == Frame("far.py", 1)
    assert chain_user_frame([library]) is None


@pytest.mark.parametrize(
    ("path", "module"),
    [
        ("/usr/lib/python3.11/os.py", "os"),
        ("/usr/lib/python3.11/json/decoder.py", "json"),
        ("<frozen os>", "os"),
        ("<frozen importlib._bootstrap>", "importlib"),
        ("/v/lib/python3.11/site-packages/pandas/core/frame.py", "pandas"),
        ("/v/lib/python3.11/site-packages/six.py", "six"),
        (r"C:\v\Lib\site-packages\pandas\core\frame.py", "pandas"),
        (r"C:\Python311\Lib\json\decoder.py", "json"),
        ("pandas/_libs/index.pyx", "pandas"),
        ("src/lxml/etree.pyx", "lxml"),
        ("/home/me/app.py", "app"),
        ("/home/me/shop/__init__.py", "shop"),
        ("<string>", None),
        ("<stdin>", None),
    ],
)
def test_the_module_that_raised(path: str, module: str | None) -> None:
    report = ErrorReport("python", "error", "ValueError", "", Span(1, 1), tuple(frames("a.py", path)))
    assert raised_in(report) == module


@pytest.mark.parametrize(
    ("path", "version"),
    [
        ("/usr/lib/python3.11/os.py", "3.11"),
        (r"C:\Users\me\AppData\Local\Programs\Python\Python39\lib\os.py", "3.9"),
        (r"C:\hostedtoolcache\windows\Python\3.9.13\x64\lib\os.py", "3.9"),
        ("/Library/Frameworks/Python.framework/Versions/3.12/Resources/x.py", "3.12"),
        ("/home/me/app.py", None),
    ],
)
def test_the_version_that_a_path_shows(path: str, version: str | None) -> None:
    assert python_version(frames(path)) == version


def test_a_point_in_a_name_alone_is_no_compiled_module() -> None:
    """What is printed as a name may be anything: a hostile file's, a notebook's."""
    odd = Frame("app.py", 1, name="<img src=x> (http://a.invalid/p)")
    compiled = Frame("src/gevent/greenlet.py", 908, name="gevent._gevent_cgreenlet.Greenlet.run")
    assert user_frame((odd,)) is odd
    assert user_frame((odd, compiled)) is odd
