"""The new row's number is wanted."""
# needs: postgresql, psycopg
# fails: psycopg.ProgrammingError at line 12
# prints: 1
import psycopg

connection = psycopg.connect()
cursor = connection.cursor()

cursor.execute("create table item (id serial primary key, name text)")
cursor.execute("insert into item (name) values (%s)", ("pen",))
item_id = cursor.fetchone()[0]
print(item_id)
