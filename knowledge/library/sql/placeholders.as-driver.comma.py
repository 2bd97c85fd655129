"""One value without its comma."""
# needs: postgresql, psycopg
# fails: TypeError at line 12
# prints: (1,)
import psycopg

connection = psycopg.connect()
cursor = connection.cursor()

cursor.execute("create table item (name text)")
name = "Ada"
cursor.execute("insert into item values (%s)", (name))
print(cursor.execute("select count(*) from item").fetchone())
