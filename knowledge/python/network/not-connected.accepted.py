"""Serves one client."""
# fails: OSError at line 10
# prints: b'hi'
import socket

server = socket.create_server(("localhost", 0))
client = socket.create_connection(server.getsockname())
client.sendall(b"hi")
conn, address = server.accept()
print(server.recv(10))
