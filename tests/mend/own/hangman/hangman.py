# HANGMAN
# The guesses come from a list so that my teacher can run it without typing.

import random

random.seed(3)

WORDS = ["python"]
GUESSES = ["e", "o", "n", "s", "t", "y", "h", "p"]

lives = 6
found = []

PICTURE = ["  +--+", "  |  |", "  |  O", "  | /|\\", "  | / \\", "  |", " -+-"]


def choose_word():
    return random.choice(WORDS)


def show(word):
    text = ""
    for letter in word:
        if letter in found:
            text = text + letter + " "
        else:
            text = text + "_ "
    print(text, "  lives:", lives)


def guess(word, letter):
    """look if the letter is in the word, if not you lose a life"""
    if letter in found:
        print("You had", letter, "already")
    elif letter in word:
        print("Yes,", letter, "is in the word")
        found.append(letter)
    else:
        print("No", letter)
        lives = lives - 1


def is_won(word):
    for letter in word:
        if letter not in found:
            return False
    return True


def play():
    word = choose_word()
    for letter in GUESSES:
        guess(word, letter)
        show(word)
        if is_won(word):
            print("You won with", lives, "lives left!")
            return
        if lives == 0:
            break
    for line in PICTURE:
        print(line)
    print("You lost, the word was", word)


play()
