"""Functions on plain strings."""
import re
import unicodedata


def slugify(text):
    """`How to start?` -> `how-to-start`"""
    text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    text = re.sub(r"[^\w\s-]", "", text).strip().lower()
    return re.sub(r"[\s_-]+", "-", text)


def strip_marks(text):
    """Heading text without emphasis, code marks and a closing row of #."""
    return re.sub(r"[*`]", "", text.rstrip("# ")).strip()
