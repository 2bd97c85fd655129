"""One row of several is read, and another statement follows."""
# simulates: MySQL, whose connector stands in site-packages
# fails: mysql.connector.errors.InternalError at line 14
# prints: (1,)
import sys

sys.path.insert(0, "site-packages")
import mysql.connector

connection = mysql.connector.connect(database="shop")
cursor = connection.cursor()
cursor.execute("select id from item")
print(cursor.fetchone())
cursor.execute("select id from other")
