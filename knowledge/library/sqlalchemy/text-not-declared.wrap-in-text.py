"""Asks the database."""
# needs: sqlalchemy
# fails: sqlalchemy.exc.ObjectNotExecutableError at line 8
# prints: 1
from sqlalchemy import create_engine

with create_engine("sqlite://").connect() as connection:
    print(connection.execute("SELECT 1").scalar())  # one row
