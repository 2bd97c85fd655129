"""Listens."""
# fails: TypeError at line 6
# prints: bound
import socket
listener = socket.socket()
listener.bind("localhost", 0)  # any port
print("bound")
