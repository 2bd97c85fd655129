"""Words are put together by sum."""
# fails: TypeError at line 5
# prints: abc
words = ["a", "b", "c"]
print(sum(words, ""))
