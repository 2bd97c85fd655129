"""Little helpers for texts.

>>> initials("Anna Maria Berg")
'AMB'
"""
import re
import textwrap


def initials(name):
    """First letters of all parts of a name.

    >>> initials("gina holm")
    'GH'
    """
    return "".join(part[0].upper() for part in name.split())


def title_case(text, keep=("and", "of", "the")):
    """Capitalise words but not the small ones.

    >>> title_case("hello world")
    "Hello World"
    >>> title_case("the lord of the flies")
    'The Lord of the Flies'
    """
    words = [
        w if i and w in keep else w.capitalize()
        for i, w in enumerate(text.split())
    ]
    return " ".join(words)


def squeeze(text):
    """Replace runs of white space with one space.

    >>> squeeze("a   b\\n c")
    'a b c'
    """
    return re.sub(r"\s+", " ", text).strip()


def quote(text, width=20):
    """Quote a text as in a mail.

    >>> print(quote("Thank you for the nice evening"))
    > Thank you for the
    > nice evening
    """
    return "\n".join("> " + line for line in textwrap.wrap(text, width - 2))


def count_words(text):
    """How many times each word occurs.

    >>> count_words("a b a")["a"]
    2
    >>> count_words("")
    {}
    """
    counts = {}
    for word in text.lower().split():
        counts[word] = counts.get(word, 0) + 1
    return counts
