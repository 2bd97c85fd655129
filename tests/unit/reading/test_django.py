"""Texts of Django 5 (`check`, `makemigrations`), and its pages as technical_500.txt and csrf.py make them."""

from __future__ import annotations

from tracemend.reading.programs.django import DIALECT
from tracemend.reading.scanner import read_text

from .asking import only, read


def test_checks() -> None:
    text = (
        "SystemCheckError: System check identified some issues:\n\nERRORS:\n"
        "shop.Item.owner: (fields.E300) Field defines a relation with model 'Owner', which is either not installed, "
        "or is abstract.\n"
        "shop.Item.qty: (fields.E304) Reverse accessor for 'Item.qty' clashes.\n"
        "\tHINT: Add or change a related_name argument to the definition.\n"
        "\nWARNINGS:\n"
        "?: (urls.W002) Your URL pattern '/x' has a route beginning with a '/'.\n"
        "\nSystem check identified 3 issues (0 silenced)."
    )
    first, second, third = read(DIALECT, text, command="python manage.py check", exit_code=1)
    assert (first.tool, first.code, first.severity, first.span.start) == ("django", "fields.E300", "error", 4)
    assert first.message.startswith("shop.Item.owner: Field defines a relation")
    assert (second.notes, second.span.end) == (("Add or change a related_name argument to the definition.",), 6)
    assert (third.code, third.severity) == ("urls.W002", "warning")
    assert len(read_text(text)[0]) == 3
    assert read(DIALECT, "System check identified no issues (0 silenced).") == []


def test_an_error_page() -> None:
    text = (
        "OperationalError at /admin/shop/item/add/\nno such table: shop_item\n\nRequest Method: GET\n"
        "Request URL: http://127.0.0.1:8000/admin/shop/item/add/\nDjango Version: 5.0\n"
        "Exception Location: /home/dev/shop/views.py, line 12, in add\n"
    )
    report = only(DIALECT, text.rstrip("\n"))
    assert (report.tool, report.exception, report.message) == ("python", "OperationalError", "no such table: shop_item")
    assert report.user_frame is not None
    assert (report.user_frame.path, report.user_frame.line) == ("/home/dev/shop/views.py", 12)
    assert len(read_text(text)) == 1
    assert read(DIALECT, "Look at /home/dev\nfor more\n") == []


def test_csrf() -> None:
    text = (
        "Forbidden (403)\nCSRF verification failed. Request aborted.\n\nHelp\nReason given for failure:\n\n"
        "    Origin checking failed - https://example.org does not match any trusted origins.\n"
    )
    report = only(DIALECT, text.rstrip("\n"))
    assert report.message.split("\n")[1].startswith("Origin checking failed - https://example.org")
    assert len(read_text(text)) == 1


def test_a_migration_that_needs_an_answer() -> None:
    text = (
        "Field 'qty' on model 'item' not migrated: it is impossible to add a non-nullable field without specifying a "
        "default."
    )
    assert only(DIALECT, text, command="python manage.py makemigrations --no-input", exit_code=3).message == text
    assert len(read_text(text)) == 1
