"""Counts the words of a sentence and says so."""
# fails: TypeError at line 7
# prints: words: 9
sentence = "the quick brown fox jumps over the lazy dog"
words = sentence.split()
# one line for the log
print("words: " + len(words))
