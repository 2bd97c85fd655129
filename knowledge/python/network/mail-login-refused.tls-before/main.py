"""The login comes before the encryption."""
# needs: aiosmtpd, trustme
# fails: smtplib.SMTPNotSupportedError at line 11
# prints: sent
import smtplib

import mail_server

port = mail_server.start()
with smtplib.SMTP("localhost", port) as connection:
    connection.login("ada", "secret")
    connection.starttls()
    connection.sendmail("ada@localhost", "tom@localhost", "Subject: Hello\n\nHello, Tom.")
    print("sent")
