"""Greets by mail: email.py of the project hides the package that smtplib needs."""
# fails: ModuleNotFoundError at line 5
# prints: Dear Ada
# moves: +my_email.py -email.py
import smtplib

import email

print(email.greeting("Ada"))
assert smtplib.SMTP_PORT == 25
