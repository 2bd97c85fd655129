"""Vowels are masked one by one."""
# fails: TypeError at line 7
# prints: c*rr*t
word = "carrot"
for i, letter in enumerate(word):
    if letter in "aeiou":
        word[i] = "*"  # masked
print(word)
