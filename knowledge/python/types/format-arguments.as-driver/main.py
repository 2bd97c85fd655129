"""SQL that was written for sqlite3 is given to another driver."""
# simulates: a driver that fills in its values by %, which stands in site-packages
# fails: TypeError at line 12
# prints: insert into item values ('pen')
import sys

sys.path.insert(0, "site-packages")
import psycopg2

cursor = psycopg2.connect().cursor()
name = "pen"
cursor.execute("insert into item values (?)", (name,))
print(cursor.query)
