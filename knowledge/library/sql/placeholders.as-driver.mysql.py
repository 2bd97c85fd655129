"""SQL that was written for sqlite3."""
# needs: mariadb, mysql-connector-python
# fails: mysql.connector.errors.ProgrammingError at line 15
# prints: ('Ada', 3)
import os

import mysql.connector

connection = mysql.connector.connect(
    user="root", unix_socket=os.environ["MYSQL_UNIX_PORT"], database=os.environ["MYSQL_DATABASE"]
)
cursor = connection.cursor()

cursor.execute("create temporary table item (name text, count int)")
cursor.execute("insert into item values (?, ?)", ("Ada", 3))
cursor.execute("select * from item")
print(cursor.fetchone())
