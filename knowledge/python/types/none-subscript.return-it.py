"""The words are collected, but not given back."""
# fails: TypeError at line 13
# prints: a!


def shout(words):
    loud = []
    for word in words:
        # one by one
        loud.append(word + "!")


for word in shout(["a"]):
    print(word)
