"""A pattern in the SQL, beside a value."""
# simulates: PostgreSQL, whose driver stands in site-packages
# fails: psycopg.ProgrammingError at line 13
# prints: (3,)
import sys

sys.path.insert(0, "site-packages")
import psycopg

connection = psycopg.connect("dbname=shop")
cursor = connection.cursor()

cursor.execute("select %s where 'banana' like '%ana'", (3,))
print(cursor.fetchone())
