# Homework: count the words of a poem
# 1) read the file  2) clean the words  3) count them  4) print the top ten

import string

FILENAME = "poem.txt"
SMALL_WORDS = ["the", "a", "an", "and", "of", "to", "in", "it"]


def read_words(filename):
    words = []
    file = open(filename, encoding="utf-8")
    for line in file:
        for word in line.split():
            word = word.strip(string.punctuation)
            word = word.lower()
            if word != "":
                words.append(word)
    file.close()
    return words


def count_words(words):
    counts = {}
    for word in words:
        if word in SMALL_WORDS:
            continue
        counts[word] += 1
    return counts


def longest_word(words):
    longest = ""
    for word in words:
        if len(word) > len(longest):
            longest = word
    return longest


def print_top(counts, how_many):
    # sort by number (big first), then by the alphabet
    pairs = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    for word, number in pairs[:how_many]:
        print(word.ljust(12), "#" * number, number)


words = read_words(FILENAME)
counts = count_words(words)

print("The poem has", len(words), "words.")
print("The longest word is", longest_word(words))
print()
print_top(counts, 5)
