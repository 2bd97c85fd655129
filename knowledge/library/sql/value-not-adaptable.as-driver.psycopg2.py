"""A dictionary is stored as JSON."""
# needs: postgresql, psycopg2
# fails: psycopg2.ProgrammingError at line 12
# prints: ({'size': 3},)
import psycopg2
from psycopg2.extras import execute_values

connection = psycopg2.connect("")
with connection.cursor() as cursor:
    cursor.execute("create table item (name text, details jsonb)")
    details = {"size": 3}
    cursor.execute("insert into item values (%s, %s)", ("pen", details))
    execute_values(cursor, "insert into item values %s", [("ink", None)])
    cursor.execute("select details from item where name = 'pen'")
    print(cursor.fetchone())
