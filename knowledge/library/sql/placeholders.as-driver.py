"""SQL that was written for sqlite3."""
# needs: postgresql, psycopg
# fails: psycopg.ProgrammingError at line 11
# prints: ('Ada', 3)
import psycopg

connection = psycopg.connect()
cursor = connection.cursor()

cursor.execute("create table item (name text, count int)")
cursor.execute("insert into item values (?, ?)", ("Ada", 3))  # ? stays here
print(cursor.execute("select * from item").fetchone())
