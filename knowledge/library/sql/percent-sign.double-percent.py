"""A pattern in the SQL, beside a value."""
# needs: postgresql, psycopg
# fails: psycopg.ProgrammingError at line 10
# prints: (3,)
import psycopg

connection = psycopg.connect()
cursor = connection.cursor()

cursor.execute("select %s::int where 'banana' like '%ana'", (3,))
print(cursor.fetchone())
