import re

TEXT = """
The harbour was quiet that morning. A few gulls sat on the railing,
and somewhere behind the warehouses a radio played an old song.
Nobody had expected the lighthouse keeper to come down so early.
"""

WORD = re.compile(r"[A-Za-z']+")


def words(text):
    return [w.lower() for w in WORD.findall(text)]


def long_words(text, minimum=5):
    """Letters of the long words, and the count"""
    letters = 0
    count = 0
    for word in words(text):
        if len(word) >= minimum:
            letters += len(word)
          count += 1
    return letters, count


def longest(text):
    return max(words(text), key=len)


if __name__ == '__main__':
    letters, count = long_words(TEXT)
    print('letters in long words:', letters)
    print('count:', count)
    print('ratio: %.2f' % (letters / count))
    print('longest:', longest(TEXT))
