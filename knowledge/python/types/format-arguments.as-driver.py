"""One value without its comma; psycopg2 takes each letter for a value."""
# needs: postgresql, psycopg2
# fails: TypeError at line 11
# prints: ('pen',)
import psycopg2

connection = psycopg2.connect("")
cursor = connection.cursor()
cursor.execute("create table item (name text)")
name = "pen"
cursor.execute("insert into item values (%s)", (name))
cursor.execute("select name from item")
print(cursor.fetchone())
