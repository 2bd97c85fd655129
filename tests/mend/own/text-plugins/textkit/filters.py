import re
import unicodedata

from .registry import register


@register()
def squeeze(text):
    """One space where there were many."""
    return re.sub(r"\s+", " ", text).strip()


@register("plain")
def strip_accents(text):
    parts = unicodedata.normalize("NFKD", text)
    return "".join(c for c in parts if not unicodedata.combining(c))


@register()
def shout(text):
    return text.upper() + "!"
