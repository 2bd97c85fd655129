"""SQL that was written for sqlite3; PostgreSQL takes ? for an operator."""
# needs: postgresql, psycopg2
# fails: psycopg2.errors.SyntaxError at line 11
# prints: ('Ada', 3)
import psycopg2

connection = psycopg2.connect("")
cursor = connection.cursor()

cursor.execute("create table item (name text, count int)")
cursor.execute("insert into item values (?, ?)", ("Ada", 3))
cursor.execute("select * from item")
print(cursor.fetchone())
