"""Makes a table twice, and goes on."""
# simulates: PostgreSQL, whose driver stands in site-packages
# fails: psycopg.errors.InFailedSqlTransaction at line 14
# prints: done
import sys
sys.path.insert(0, "site-packages")
import psycopg
connection = psycopg.connect()
cursor = connection.cursor()
try:
    cursor.execute("create table there (id int)")
except psycopg.errors.DuplicateTable:
    pass  # made by the last run
cursor.execute("select 1")
print("done")
