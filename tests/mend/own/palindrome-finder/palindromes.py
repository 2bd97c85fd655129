#! /usr/bin/env python
# Find palindromes in a list of sentences.

SENTENCES = [
    "Never odd or even",
    "Was it a car or a cat I saw?",
    "Not this one",
    "Madam, in Eden I'm Adam",
    "Almost, but no",
    "Step on no pets",
]


def letters(text):
    return [c for c in text.lower() if c.isalpha()]


def is_palindrome(text):
    chars = letters(text)
    n = len(chars)
    for i in range(n / 2):
        if chars[i] != chars[n - 1 - i]:
            return False
    return n > 0


def middle(text):
    """The letter (or two letters) in the middle."""
    chars = letters(text)
    n = len(chars)
    return "".join(chars[(n - 1) // 2:n // 2 + 1])


def main():
    found = 0
    for sentence in SENTENCES:
        if is_palindrome(sentence):
            found += 1
            print("%-32s middle: %s" % (sentence, middle(sentence)))
    print("%d of %d" % (found, len(SENTENCES)))


if __name__ == "__main__":
    main()
