"""A dictionary is stored as JSON."""
# needs: postgresql, psycopg
# fails: psycopg.ProgrammingError at line 13
# prints: ({'size': 3},)
import psycopg
from psycopg.types.json import Jsonb

connection = psycopg.connect()
cursor = connection.cursor()

details = {"size": 3}
cursor.execute("create table item (name text, details jsonb)")
cursor.execute("insert into item values (%s, %s)", ("pen", details))
print(cursor.execute("select details from item").fetchone())
