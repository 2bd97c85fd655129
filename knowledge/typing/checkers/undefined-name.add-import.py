"""Reads settings from JSON; the import is missing."""
# needs: ruff
# run: ruff check --isolated {file}
# fails: F821 at line 12
from pathlib import Path

SETTINGS = Path("settings.json")


def load(path: Path) -> dict[str, str]:
    text = path.read_text(encoding="utf-8") if path.exists() else "{}"
    settings = json.loads(text)  # all values are texts
    return {key: str(value) for key, value in settings.items()}


print(load(SETTINGS))
