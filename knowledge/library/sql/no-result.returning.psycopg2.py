"""An order is written down, and its number printed on the receipt."""
# needs: postgresql, psycopg2
# fails: psycopg2.ProgrammingError at line 11
# prints: order 1
import psycopg2


def place(connection, customer):
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO orders (customer) VALUES (%s)", (customer,))
        return cursor.fetchone()[0]


connection = psycopg2.connect("")
connection.cursor().execute("create table orders (id serial primary key, customer text)")
print("order", place(connection, "Ada"))
