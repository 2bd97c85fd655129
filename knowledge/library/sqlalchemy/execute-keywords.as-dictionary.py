"""Hands a value over."""
# needs: sqlalchemy
# fails: TypeError at line 8
# prints: 3
from sqlalchemy import create_engine, text

with create_engine("sqlite://").connect() as connection:
    print(connection.execute(text("select :n"), n=3).scalar())
