"""One value without its comma."""
# simulates: PostgreSQL, whose driver stands in site-packages
# fails: TypeError at line 15
# prints: (1,)
import sys

sys.path.insert(0, "site-packages")
import psycopg

connection = psycopg.connect("dbname=shop")
cursor = connection.cursor()

cursor.execute("create table item (name text)")
name = "Ada"
cursor.execute("insert into item values (%s)", (name))
print(cursor.execute("select count(*) from item").fetchone())
