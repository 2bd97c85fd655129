"""Makes a table that may be there, and goes on."""
# needs: postgresql, psycopg
# fails: psycopg.errors.InFailedSqlTransaction at line 15
# prints: (2,)
import psycopg

connection = psycopg.connect()
cursor = connection.cursor()
cursor.execute("create table if not exists there (id int)")
connection.commit()
try:
    cursor.execute("create table there (id int)")
except psycopg.errors.DuplicateTable:
    pass  # made by the last run
cursor.execute("select 2")
print(cursor.fetchone())
