"""The login comes before the encryption."""
# simulates: a mail server that offers AUTH after STARTTLS alone
# fails: smtplib.SMTPNotSupportedError at line 11
# prints: sent
import sys

sys.path.insert(0, "site-packages")
import server

with server.connection("localhost", 587) as connection:
    connection.login("ada", "secret")
    connection.starttls()
    print("sent")
