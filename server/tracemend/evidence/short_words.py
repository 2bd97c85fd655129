"""Short words that are names of their own: what differs from one of them by a letter need not be a slip.

Among words of two to four letters almost every one has a neighbour that is a word too: `bar` and `var`, `get` and
`set`, `tax` and `max`. Words of programs, and the names that Python's own types and its functions have.
"""

from __future__ import annotations

import builtins
import keyword
from functools import lru_cache

LONGEST = 4
"""Letters of a word that counts as short."""
_WORDS = """
act add age ago aim air alt amp any app arc area arg argv arm art ask auth axes axis back bad bag ball band bank bar
bars base bat bed beep bell best beta bias bid big bike bill bin bind bird bit blob bold bolt bond book boot bot both
bow box boy bug bulk bus buy byte cab cake call cap car card care cart case cash cast cat cell cfg chat chip city clip
clue code coin cold col cols comb cone conf copy cord core corn cost cot cow crop cube cup curl cut cuts dark dart dash
data date day days db deal deck deep desk dest dial dice died diff dim dish disk dist dive doc docs dog done door dot
down draw drop dry dual due duty each ear east easy edge edit end exit face fact fade fail fair fall fan far farm fast
fee feed fig file fill film find fine fire fish fit five fix flag flat flip flow fold folk font food foot fork form four
free from fuel full fun fund gain game gap gas gate gear gen get gift girl give goal gold gone good gray grid grow gun
half hall hand hard has hash head heap heat held hero hide high hill hint hit hold hole home hop host hot hour hue hunt
icon id idle idx inch info init inn ink item iter job join jump keep kept key keys kill kind king kit knot lab lag lake
land lap last late lat laws lay lead leaf left leg lens less let line link lips list live load loan lock log logo logs
lon long look loop loss lost lot loud low luck main make male man map mark mask mass mast mat math max mean meat meet
melt menu met mid mile milk mill min mind mine mint miss mix mode mood moon more most move much name near neck need nest
net new news next nice node none noon note now null num oak odd off oil old one only open opt ord out oval over own pace
pack pad page paid pair pan par park part pass past path pay peak pen per pet pick pie pile pin pink pipe pixel plan
play plot plug plus pod poem pole poll pond pool pop port pos post pot pour prev prod push put quit quiz race rack rain
ran rank rate raw ray read real rear red ref rent rest ride ring rise risk road rock role roll roof room root rope rose
row rows rule run runs safe sale salt same sand sat save saw scan seat seed seek seen self sell send sent set ship shop
shot show side sign sin sing sink site size skip sky slot slow snow soft soil sold sort soup span spin spot star stat
stay stem step stop sub sum sun swap tab tag tail take talk tall tank tap tape task tax team tell temp ten tent term
test text than that then thin tick tie tile till tilt time tiny tip title tmp todo tone tool top tour town tram tree
trim trip true try tube tune turn twin two type unit up url use used user val van var vary vase vat vec verb very via
view vote wage wait walk wall want war warm wash wave way weak wear web week well west wet wide width wife wild win wind
wine wing wire wish with won wood word work wrap yard year yes zero zip zone zoo
"""
_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    types = (str, list, dict, set, tuple, int, float, bytes, complex, slice, range, memoryview)
    names = {name for one in types for name in dir(one) if not name.startswith("_")}
    names |= {name for name in dir(builtins) if not name.startswith("_")}
    names |= set(keyword.kwlist) | set(_WORDS.split())
    return frozenset(name.lower() for name in names if len(name) <= LONGEST)


def _are_neighbours(one: str, other: str) -> bool:
    """Whether two letters lie beside each other on the usual keyboard."""
    places = {letter: (row, at) for row, keys in enumerate(_KEYS) for at, letter in enumerate(keys)}
    if one not in places or other not in places:
        return False
    (upper, left), (lower, right) = sorted((places[one], places[other]))
    return (upper == lower and abs(left - right) == 1) or (lower - upper == 1 and left - right in (0, 1))


def may_be_meant(wrong: str, to: str) -> bool:
    """Whether a short name may be no slip for the other: it is a word, has two letters, or one letter is another that
    does not lie beside it on the keyboard, the first letter above all, which is seldom mistyped."""
    one, other = wrong.lower(), to.lower()
    if len(wrong) > LONGEST or one.replace("_", "") == other.replace("_", ""):
        return False
    if len(one) < 3 or one in _known():
        return True
    differ = [at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]]
    if len(one) != len(other) or len(differ) != 1:
        return False
    at = differ[0]
    return at == 0 or not _are_neighbours(one[at], other[at])
