"""SQL that was written for sqlite3."""
# simulates: PostgreSQL, whose driver stands in site-packages
# fails: psycopg.ProgrammingError at line 14
# prints: ('Ada', 3)
import sys

sys.path.insert(0, "site-packages")
import psycopg

connection = psycopg.connect("dbname=shop")
cursor = connection.cursor()

cursor.execute("create table item (name text, count int)")
cursor.execute("insert into item values (?, ?)", ("Ada", 3))  # ? stays here
print(cursor.execute("select * from item").fetchone())
