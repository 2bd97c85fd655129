# Hangman, exercise 5. Guesses are given in a list so that I can test it
# without typing all the time.

word = "lantern"
lives = 5
guessed = []


def masked():
    out = ""
    for letter in word:
        if letter in guessed:
            out = out + letter + " "
        else:
            out = out + "_ "
    return out


def guess(letter):
    guessed.append(letter)
    if letter in word:
        print("yes!")
    else:
        lives = lives - 1
        print("wrong,", lives, "lives left")


def letters_left():
    count = 0
    for letter in set(word):
        if letter not in guessed:
            count = count + 1
    return count


GALLOWS = ["", "|", "|-", "|--", "|--o", "|--o-<"]


def picture(n):
    return GALLOWS[len(GALLOWS) - 1 - n]


def finished():
    for letter in word:
        if letter not in guessed:
            return False
    return True


letters = ["e", "s", "a", "n", "i", "t", "r", "l"]
for l in letters:
    print(masked(), " guess:", l, " left:", letters_left(), picture(lives))
    guess(l)
    if lives == 0:
        print("you lost, the word was", word)
        break
    if finished():
        print("you won with", lives, "lives")
        break
