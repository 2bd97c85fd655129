"""Guesses a number."""
# fails: TypeError at line 9
# prints: Guess: too high
import io
import sys
sys.stdin = io.StringIO("7\n")
secret = 4
guess = input("Guess: ")
if guess > secret:
    print("too high")
