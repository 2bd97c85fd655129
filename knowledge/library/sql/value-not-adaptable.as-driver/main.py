"""A dictionary is stored as JSON."""
# simulates: PostgreSQL, whose driver stands in site-packages
# fails: psycopg.ProgrammingError at line 16
# prints: ('{"size": 3}',)
import sys

sys.path.insert(0, "site-packages")
import psycopg
from psycopg.types.json import Jsonb

connection = psycopg.connect("dbname=shop")
cursor = connection.cursor()

details = {"size": 3}
cursor.execute("create table item (name text, details text)")
cursor.execute("insert into item values (%s, %s)", ("pen", details))
print(cursor.execute("select details from item").fetchone())
