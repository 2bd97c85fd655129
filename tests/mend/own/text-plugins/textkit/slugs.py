import re

from .filters import squeeze, strip_accents
from .registry import register


@register()
def slug(text):
    """'Über  Uns' -> 'uber-uns'"""
    words = strip_accents(squeeze(text)).lower()
    return re.sub(r"[^a-z0-9]+", "-", words).strip("-")


@register("file-name")
def file_name(text):
    return slug(text)[:24] + ".txt"
