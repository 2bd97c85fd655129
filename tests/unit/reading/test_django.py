"""Texts of Django 6.1.3 on Python 3.12: `manage.py check`, `makemigrations --no-input`, and what the test client got as
an error page (`Accept: text/plain`) and as CSRF's page, its tags taken off. Folders are shortened."""

from __future__ import annotations

import pytest
from tracemend.reading.programs.django import DIALECT
from tracemend.reading.report import Frame, Hints
from tracemend.reading.scanner import read_text

from .asking import only, read


def test_checks() -> None:
    text = (
        "SystemCheckError: System check identified some issues:\n\nERRORS:\n"
        "shop.Shelf.first: (fields.E304) Reverse accessor 'Box.shelf_set' for 'shop.Shelf.first' clashes with reverse "
        "accessor for 'shop.Shelf.second'.\n"
        "\tHINT: Add or change a related_name argument to the definition for 'shop.Shelf.first' or "
        "'shop.Shelf.second'.\n"
        "shop.Shelf.owner: (fields.E300) Field defines a relation with model 'Holder', which is either not installed, "
        "or is abstract.\n"
        "\nWARNINGS:\n"
        "?: (urls.W002) Your URL pattern '/boxes' has a route beginning with a '/'. Remove this slash as it is "
        "unnecessary. If this pattern is targeted in an include(), ensure the include() pattern has a trailing '/'.\n"
        "\nSystem check identified 3 issues (0 silenced)."
    )
    first, second, third = read(DIALECT, text, command="python manage.py check", exit_code=1)
    assert (first.tool, first.code, first.severity, first.span.start) == ("django", "fields.E304", "error", 4)
    assert first.message.startswith("shop.Shelf.first: Reverse accessor")
    assert first.notes == (
        "Add or change a related_name argument to the definition for 'shop.Shelf.first' or 'shop.Shelf.second'.",
    )
    assert first.span.end == 5
    assert (second.code, second.severity) == ("fields.E300", "error")
    assert (third.code, third.severity) == ("urls.W002", "warning")
    assert len(read_text(text)[0]) == 3
    assert read(DIALECT, "System check identified no issues (0 silenced).") == []


def test_an_error_page() -> None:
    """The page of a view that counts rows of a table that was never made; cut after the lines that are read."""
    text = (
        "OperationalError at /count/\nno such table: shop_box\n\nRequest Method: GET\n"
        "Request URL: http://testserver/count/\nDjango Version: 6.1.3\n"
        "Python Executable: /home/dev/shop/.venv/bin/python\nPython Version: 3.12.1\n"
        "Server time: Wed, 25 Nov 2026 22:29:19 +0000\n"
    )
    report = only(DIALECT, text.rstrip("\n"))
    assert (report.tool, report.exception, report.message) == ("python", "OperationalError", "no such table: shop_box")
    assert report.user_frame is None
    assert len(read_text(text)) == 1
    assert read(DIALECT, "Look at /home/dev\nfor more\n") == []


def test_the_place_on_an_error_page() -> None:
    """Pages of HTML have it: the line is views/templates/technical_500.html's of Django, as a browser copies it."""
    text = (
        "OperationalError at /count/\nno such table: shop_box\n\nRequest Method: GET\n"
        "Request URL: http://testserver/count/\nDjango Version: 6.1.3\n"
        "Exception Location: /home/dev/shop/views.py, line 6, in count\n"
    )
    report = only(DIALECT, text.rstrip("\n"))
    assert report.user_frame is not None
    assert (report.user_frame.path, report.user_frame.line) == ("/home/dev/shop/views.py", 6)


def test_csrf() -> None:
    text = (
        "Forbidden (403)\nCSRF verification failed. Request aborted.\n\nHelp\nReason given for failure:\n\n"
        "    Origin checking failed - https://boxes.test does not match any trusted origins.\n"
    )
    report = only(DIALECT, text.rstrip("\n"))
    assert report.message.split("\n")[1].startswith("Origin checking failed - https://boxes.test")
    assert len(read_text(text)) == 1


def test_a_migration_that_needs_an_answer() -> None:
    text = (
        "Field 'depth' on model 'box' not migrated: it is impossible to add a non-nullable field without specifying a "
        "default."
    )
    assert only(DIALECT, text, command="python manage.py makemigrations --no-input", exit_code=3).message == text
    assert len(read_text(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "It is impossible to add a non-nullable field 'name' to item without specifying a default. This is because the "
        + "database needs something to populate existing rows.",
        "It is impossible to change a nullable field 'qty' on item to non-nullable without providing a default. This "
        + "is because the database needs something to populate existing rows.",
        "You are trying to add a non-nullable field 'name' to item without a default; we can't do that (the database "
        + "needs something to populate existing rows).",
        "Field 'qty' on model 'item' given a default of NOT PROVIDED and must be corrected.",
    ],
)
def test_a_question_of_makemigrations(text: str) -> None:
    """Django 6.0.10 and 3.2.25, provoked."""
    assert only(DIALECT, text, command="python manage.py makemigrations").message == text
    assert len(read_text(text + "\nPlease select a fix:\n")) == 1


def test_no_such_command() -> None:
    """Django 6.1.3, provoked: no `CommandError:` stands before it."""
    text = "Unknown command: 'rumserver'. Did you mean runserver?\nType 'manage.py help' for usage.\n"
    report = only(DIALECT, text)
    assert (report.tool, report.message) == ("django", text.partition("\n")[0])
    assert len(read_text(text)) == 1
    assert read(DIALECT, "Unknown command: 'x'\nTry again.\n") == []


def test_csrf_in_a_stream() -> None:
    assert len(read_text("Forbidden (CSRF token missing.): /admin/login/\n")) == 1


def test_warnings_alone() -> None:
    """Django 4.2.30, provoked: no error, so that nothing names a SystemCheckError."""
    text = (
        "System check identified some issues:\n\nWARNINGS:\nshop.Author: (models.W042) Auto-created primary key used "
        "when not defining a primary key type, by default 'django.db.models.AutoField'.\n\n"
        "System check identified 1 issue (0 silenced).\n"
    )
    reports = [one for block in read_text(text) for one in block]
    assert [(one.code, one.severity) for one in reports] == [("models.W042", "warning")]
    assert read_text("Performing system checks...\n\nSystem check identified no issues (0 silenced).\n") == []


def test_the_head_of_an_error_page() -> None:
    report = only(DIALECT, "AssertionError at /auth/logout\nExpected a `Response`, got None\n")
    assert (report.exception, report.message) == ("AssertionError", "Expected a `Response`, got None")
    assert read(DIALECT, "Meeting at /home\nfor more\n") == []


COPIED = """\
Environment:


Request Method: GET
Request URL: http://testserver/items/

Django Version: 6.1.3
Python Version: 3.12.1
Installed Applications:
['django.contrib.admin',
 'django.contrib.staticfiles']


Traceback (most recent call last):
  File "/home/dev/.venv/lib/python3.12/site-packages/django/core/handlers/exception.py", line 56, in inner
    response = get_response(request)
               ^^^^^^^^^^^^^^^^^^^^^
{chain}  File "/home/dev/shop/views.py", line 2, in load
    return cfg["host"]
           ^^^^^^^^^^^

Exception Type: KeyError at /items/
Exception Value: 'host'
"""
CHAINED = """\

The above exception ('port') was the direct cause of the following exception:
  File "/home/dev/.venv/lib/python3.12/site-packages/django/core/handlers/base.py", line 199, in _get_response
    response = wrapped_callback(request, *callback_args, **callback_kwargs)
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
"""


@pytest.mark.parametrize("chain", ["", CHAINED], ids=["one", "a chain"])
@pytest.mark.parametrize("selected", [False, True])
def test_the_copy_and_paste_view(chain: str, selected: bool) -> None:
    """The text of its form, provoked; the sentence of a chain as technical_500.html has it."""
    text = COPIED.format(chain=chain)
    (report,) = [one for block in read_text(text, Hints(selected=selected)) for one in block]
    assert (report.exception, report.message) == ("KeyError", "'host'")
    assert (report.user_frame and report.user_frame.line, len(report.frames)) == (2, 2)
    assert text.split("\n")[report.span.end - 1] == "Exception Value: 'host'"


def test_type_and_value_alone() -> None:
    """The page's table, each cell behind a tab."""
    text = (
        "Exception Type:\tKeyError\nException Value:\t\n'host'\n"
        "Exception Location:\t/home/dev/shop/views.py, line 2, in load\nRaised during:\tshop.views.item"
    )
    report = only(DIALECT, text, selected=True)
    assert (report.exception, report.message) == ("KeyError", "'host'")
    assert report.user_frame == Frame("/home/dev/shop/views.py", 2, "load")


def test_what_the_server_logs_next_is_no_message() -> None:
    text = (
        'Traceback (most recent call last):\n  File "/home/dev/shop/views.py", line 2, in load\n'
        "    return cfg[\"host\"]\nKeyError: 'host'\nInternal Server Error: /items/\nNot Found: /nope\n"
    )
    (report,) = [one for block in read_text(text) for one in block]
    assert report.message == "'host'"


def test_findings_below_another_head() -> None:
    finding = "<class 'shop.admin.ShelfAdmin'>: (admin.E040) ModelAdmin must define \"search_fields\"."
    said = "<class 'shop.admin.ShelfAdmin'>: ModelAdmin must define \"search_fields\"."
    (report,) = read(DIALECT, f"ERRORS:\n{finding}\n")
    assert (report.code, report.message, report.severity) == ("admin.E040", said, "error")
    twice = "django.core.management.base.SystemCheckError: SystemCheckError: System check identified some issues:\n\n"
    for text in (f"ERRORS:\n{finding}\n", f"{twice}ERRORS:\n{finding}\n"):
        assert [one.code for block in read_text(text) for one in block] == ["admin.E040"]
    assert read(DIALECT, "ERRORS:\nnone\n") == []
    assert [one.code for one in read(DIALECT, finding, selected=True)] == ["admin.E040"]
    assert read(DIALECT, finding) == []
