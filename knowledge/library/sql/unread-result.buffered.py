"""One row of several is read, and another statement follows."""
# needs: mariadb, mysql-connector-python
# fails: mysql.connector.errors.InternalError at line 17
# prints: (1,)
# prints: (7,)
import os

import mysql.connector

connection = mysql.connector.connect(
    user="root", unix_socket=os.environ["MYSQL_UNIX_PORT"], database=os.environ["MYSQL_DATABASE"]
)
cursor = connection.cursor()
cursor.execute("create temporary table item select 1 as id union select 2")
cursor.execute("select id from item order by id")
print(cursor.fetchone())
cursor.execute("select 7")
print(cursor.fetchone())
