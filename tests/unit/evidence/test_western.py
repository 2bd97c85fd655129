"""Bytes that are surely Windows-1252, and such as may be something else."""

from __future__ import annotations

from pathlib import Path

import pytest
from tracemend.evidence.western import is_western

from .conftest import look


@pytest.mark.parametrize(
    "text",
    [
        "Müller aus Köln; Straße 5; Größe über 3 €",
        "L’été à Genève: Hôtel de l'Étoile, crème brûlée et un café",
        "El señor Núñez comió en la montaña. ¿Dónde están los niños?",
        "Åsa från Malmö åker på en båt och är glad",
        "Blåbærgrød og rødgrød med fløde på en dag",
        "São João não são ações de uma nação",
        "Perché la città è bella e non c'è più",
        "The naïve café owner’s façade – “nice”",
        "Er sagte: „Nein“, und ging.",
        "“Strong”, she said, and it’s – fine",
        "price;12 €\nother;13 €",
        "Müller, Jörg\nGarçon, Zoé\nNuñez, Inés",
        "café",
    ],
)
def test_western_texts(text: str) -> None:
    assert is_western(text.encode("cp1252"))


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("Łódź i Kraków, żona ma ręka", "cp1250"),
        ("Poznań, Gdańsk", "cp1250"),
        ("ręka, będę, imię", "cp1250"),
        ("Mr. Wałęsa said the word", "cp1250"),
        ("Wałęsa Łukasz źródło", "iso8859-2"),
        ("Dvořák", "cp1250"),
        ("Müller und Čapek, der Dichter", "cp1250"),
        ("Őr és tűz, hűtő az egy", "cp1250"),
        ("Şi în ţară pâine", "cp1250"),
        ("Çağrı ve ağaç", "cp1254"),
        ("Vilnius ąžuolas ėjo šį kartą", "cp1257"),
        ("Привет мир", "cp1251"),
        ("name;город\nx;Москва", "cp1251"),
        ("Привет", "koi8-r"),
        ("Γειά σου κόσμε", "cp1253"),
        ("שלום עולם", "cp1255"),
        ("Müller und Köln über café", "mac_roman"),
        ("Müller aus Köln, Größe", "cp850"),
        ("café mañana", "cp437"),
        ("10 € café", "iso8859-15"),
        ("こんにちは世界", "shift_jis"),
        ("你好世界 hello", "gbk"),
        ("안녕 hello", "euc_kr"),
    ],
)
def test_texts_that_another_code_page_made(text: str, page: str) -> None:
    assert not is_western(text.encode(page))


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(9, 256)),
        b"price \xe9",
        b"\xe9\xe8\xe0",
        "Größe und Straße".encode() + b" caf\xe9",  # UTF-8 with one damaged character
        b"\xa7\xb6\xa4",
    ],
)
def test_bytes_that_tell_too_little(data: bytes) -> None:
    assert not is_western(data)


def test_the_fact_says_that_it_is_certain(tmp_path: Path) -> None:
    program = tmp_path / "app.py"
    program.write_text('text = open("menu.txt", encoding="utf-8").read()\n', "utf-8")
    message = "'utf-8' codec can't decode byte 0xfc in position 1: invalid start byte"
    (tmp_path / "menu.txt").write_bytes("Grüße aus Köln\n".encode("cp1252"))
    found = look("text-encoding", folder=tmp_path, source=program, message=message)
    assert found.values == {"encoding": "cp1252", "certain": "yes"}
    (tmp_path / "menu.txt").write_bytes("Dvořák\n".encode("cp1250"))
    found = look("text-encoding", folder=tmp_path, source=program, message=message)
    assert found.values == {"encoding": "latin-1"}
