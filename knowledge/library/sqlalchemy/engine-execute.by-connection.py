"""Asks the database."""
# needs: sqlalchemy
# fails: AttributeError at line 8
# prints: [(1,)]
from sqlalchemy import create_engine

engine = create_engine("sqlite://")
print(engine.execute("select 1").fetchall())  # one row
