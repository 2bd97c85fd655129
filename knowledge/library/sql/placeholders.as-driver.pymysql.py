"""SQL that was written for sqlite3 is given to PyMySQL."""
# needs: mariadb, pymysql
# fails: pymysql.err.ProgrammingError at line 11
# prints: (('pen', 3),)
import os

import pymysql

with pymysql.connect(user="root", unix_socket=os.environ["MYSQL_UNIX_PORT"], database=os.environ["MYSQL_DATABASE"]) as connection, connection.cursor() as cursor:
    cursor.execute("create temporary table item (name text, count int)")
    cursor.execute("insert into item values (?, ?)", ("pen", 3))
    cursor.execute("select * from item")
    print(cursor.fetchall())
