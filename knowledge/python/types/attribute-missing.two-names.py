"""Serves one client."""
# fails: AttributeError at line 10
# prints: b'hi'
import socket

server = socket.create_server(("localhost", 0))
client = socket.create_connection(server.getsockname())
client.sendall(b"hi")
conn = server.accept()  # one
print(conn.recv(10))
