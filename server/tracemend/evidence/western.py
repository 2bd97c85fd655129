"""Whether bytes are surely a text of western Europe (Windows-1252): nothing else that people write reads them so well.

Windows-1252 reads nearly all bytes, so that it reads them says little. What tells are words. The letters have to stand
where letters stand, quotes and signs of money where those stand, and no language of eastern Europe, the Baltic or
Turkey may have all the letters that its own code page would make of the same bytes, unless that is the same text, or
words that everybody knows tell.

Source: https://www.unicode.org/Public/MAPPINGS/VENDORS/MICSFT/WINDOWS/
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import combinations

from tracemend import lazy

_WESTERN = "cp1252"
_MOST = 200_000
"""More bytes than these are not weighed; the rest is only read."""


@dataclass(frozen=True, slots=True)
class _Language:
    """A code page, the letters that are not ASCII, and words that most texts have and that are none elsewhere."""

    page: str
    letters: frozenset[str]
    words: frozenset[str]


def _language(page: str, letters: str, words: str) -> _Language:
    names = "" if page == _WESTERN else "äöüßé"  # German names stand in the texts of all its neighbours
    return _Language(page, frozenset(letters + names), frozenset(words.split()))


_LANGUAGES = (
    _language(_WESTERN, "äöüßé", "der die das und ist nicht mit von auf ein eine für den dem"),
    _language(_WESTERN, "àâçéèêëîïôûùüœæÿ", "le la les et des est une un dans pour que qui du avec sur au"),
    _language(_WESTERN, "áéíóúñü", "el la los las de que y en un una por con del para es"),
    _language(_WESTERN, "ãõáâàçéêíóôúü", "o os as de que e um uma do da em para com no na"),
    _language(_WESTERN, "àèéìíòóùú", "il lo la gli di che e un una del per con non sono"),
    _language(_WESTERN, "æøåéöäô", "og det er en af til som den med ikke jeg han på har"),
    _language(_WESTERN, "åäöéàü", "och det att en som av den med inte jag han har på ja on ei se että"),
    _language(_WESTERN, "éëïóöüèêáí", "de het een van en in is dat op te met voor niet zijn"),
    _language(_WESTERN, "áðéíóúýþæö", "og er en ekki sem var um til"),
    _language("cp1250", "ąćęłńóśźż", "i w na z do nie jest od o po ze dla przez oraz"),
    _language("cp1250", "áčďéěíňóřšťúůýž", "a se na je v s z do o ve pro za po aby"),
    _language("cp1250", "áäčďéíĺľňóôŕšťúýž", "a sa na je v s z do o vo pre za po aby"),
    _language("cp1250", "áéíóöőúüű", "a az egy nem hogy van meg volt csak mint ez"),
    _language("cp1250", "ăâîşţ", "la de cu nu pe este din pentru un sau"),
    _language("cp1250", "čćđšž", "i je u na se za da su od iz kako ili in z ki ne"),
    _language("cp1254", "çğıöşüâî", "ve bir bu da de ile ne olan var gibi daha"),
    _language("cp1257", "ąčęėįšųūž", "ir yra kad su tai bet per jis"),
    _language("cp1257", "āčēģīķļņšūž", "un ir ar par no uz ka tas"),
    _language("cp1257", "äõöüšž", "ja on ei et see mis ta kui"),
)
_KNOWN_TEXT = """
à là où è voilà déjà très après père mère frère crème genève même être fête forêt tête hôtel siècle première
lumière rivière bibliothèque élève irène thérèse adèle agnès hélène brûlée goût août sûr crêpe crêpes naïve naïf
noël maïs español española españa niño niña niños señor señora año años mañana montaña baño pequeño pequeña
cumpleaños piñata jalapeño coruña núñez muñoz ibáñez peña castaño otoño così più può già città università
qualità perché giù però lunedì caffè è não são joão ação ações nação informação coração manhã pão mãe irmão irmã
på når så år går får også første større køb køkken smørrebrød rødgrød københavn søndag lørdag søren jørgen bjørn
ærø øst øl blå grå små måned århus ålborg færøerne tromsø bodø malmø från också även åtta två många må måste åke
åsa håkan mårten skåne västerås luleå umeå göteborg gård sjö coëfficiënt één
"""
_KNOWN = frozenset(_KNOWN_TEXT.split())
"""Words whose letters another code page reads otherwise: no other language has the words that it would make of them."""
_WORD = lazy.regex(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_MISPLACED = lazy.regex(
    r"(?<=[^\W\d_])[^\w\s’'·\x00-\x7f\xad](?=[^\W\d_])"  # a sign inside a word, but for an apostrophe
    r"|[a-zß-öø-ÿœšž](?=[À-ÖØ-ÞŒŠŽŸ])"  # a capital inside a word
    r"|[£¥¤¢](?=[^\W\d_])|[¹²³ªº¼½¾](?=[^\W\d_])"
    r"|(?<=[^\W\d_])[‚„¿¡](?=[\s.,;:)]|\Z)"  # what opens, at the end of a word
    r"|[\x80-\x9f\xad¬¦ˆ˜ƒ‰†‡¨¯´¸¤]"  # hardly anybody writes these
)
_UTF_8 = lazy.regex(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}")
"""What UTF-8 has: then the file is UTF-8 with a damaged character, or mixed."""
_ENOUGH = 2
"""So many words of a language tell it."""


def is_western(data: bytes) -> bool:
    """Whether bytes that are not UTF-8 are surely Windows-1252."""
    data = data[:_MOST]
    text = _read(data, _WESTERN)
    if text is None or _UTF_8.search(data) or _MISPLACED.search(text) or ("¿" in text and "?" not in text):
        return False
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    mixed = [word for word in words if any(letter.isascii() and letter.isalpha() for letter in word)]
    if len(mixed) * 5 < sum(len(word) > 1 for word in words) * 4 or (words and not mixed):
        return False
    if not words:
        return _has_signs(text)
    if any(_differs(word) for word in words if word.lower() in _KNOWN and len(word) > 2):
        return True
    rivals = [one for one in _LANGUAGES if one.page != _WESTERN]
    own = [one for one in _LANGUAGES if one.page == _WESTERN]
    for size in (1, 2, 3):
        read = [group for group in combinations(own, size) if _covers(group, text)]
        others = [group for group in combinations(rivals, size) if _reads_otherwise(group, data, text)]
        if read or others:
            return not others or (bool(read) and _tells(read, others, text))
    return False


def _has_signs(text: str) -> bool:
    """Whether typographic quotes, dashes or signs of money stand where they belong: no letters speak for or against."""
    right = len(re.findall(r"[^\W\d_]’[^\W\d_]|[“„][^\W_]|[^\W_.,!?][”]|\s–\s|\d ?€|€ ?\d|\d ?°|§ ?\d|\w…", text))
    return right > 0 and right * 2 >= sum(not letter.isascii() for letter in text)


def _differs(word: str) -> bool:
    """Whether eastern Europe's code page makes another word of the same bytes."""
    return _read(word.encode(_WESTERN), "cp1250") != word


def _read(data: bytes, page: str) -> str | None:
    try:
        return data.decode(page)
    except UnicodeDecodeError:
        return None


def _letters(text: str) -> set[str]:
    return {letter for letter in text.lower() if not letter.isascii() and letter.isalpha() and letter not in "ªºµ"}


def _covers(group: tuple[_Language, ...], text: str) -> bool:
    """Whether the languages together have every letter of a text."""
    return _letters(text) <= frozenset().union(*(one.letters for one in group))


def _reads_otherwise(group: tuple[_Language, ...], data: bytes, text: str) -> bool:
    """Whether languages of one other code page have all letters that it makes of the bytes, which are others."""
    if len({one.page for one in group}) > 1:
        return False
    read = _read(data, group[0].page)
    return read is not None and read != text and _covers(group, read)


def _tells(read: list[tuple[_Language, ...]], others: list[tuple[_Language, ...]], text: str) -> bool:
    """Whether the words of the text speak for one of the western readings."""
    known = [word for word in re.findall(r"[^\W\d_]+", text.lower()) if word.isascii()]

    def count(groups: list[tuple[_Language, ...]]) -> int:
        return max(sum(any(word in one.words for one in group) for word in known) for group in groups)

    return count(read) >= _ENOUGH and count(read) > 2 * count(others)
