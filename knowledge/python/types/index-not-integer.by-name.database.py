"""A field of a row."""
# needs: sqlalchemy
# fails: TypeError at line 9
# prints: 3
from sqlalchemy import create_engine, text

with create_engine("sqlite://").connect() as connection:
    row = connection.execute(text("select 3 as n")).first()
    print(row["n"])
