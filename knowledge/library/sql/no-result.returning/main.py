"""The new row's number is wanted."""
# simulates: PostgreSQL, whose driver stands in site-packages
# fails: psycopg.ProgrammingError at line 15
# prints: 1
import sys

sys.path.insert(0, "site-packages")
import psycopg

connection = psycopg.connect("dbname=shop")
cursor = connection.cursor()

cursor.execute("create table item (id integer primary key, name text)")
cursor.execute("insert into item (name) values (%s)", ("pen",))
item_id = cursor.fetchone()[0]
print(item_id)
