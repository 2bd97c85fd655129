"""Goes over rows."""
# needs: sqlalchemy
# fails: AttributeError at line 10
# prints: 1
# prints: 2
from sqlalchemy import create_engine, text

engine = create_engine("sqlite://")
query = text("select 1 as n union select 2")
for row in engine.execute(query):
    # each has one column
    print(row.n)
