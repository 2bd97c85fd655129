"""A server resets the first connection of a session and answers the second."""
# needs: requests
# fails: requests.exceptions.ConnectionError at line 29
# prints: hello
import socket
import struct
import threading

import requests

server = socket.create_server(("127.0.0.1", 0))


def answer():
    first, _ = server.accept()
    first.recv(1000)
    first.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    first.close()
    second, _ = server.accept()
    second.recv(1000)
    second.sendall(b"HTTP/1.0 200 OK\r\n\r\nhello")
    second.close()


threading.Thread(target=answer, daemon=True).start()
url = "http://127.0.0.1:%d/" % server.getsockname()[1]
session = requests.Session()  # one for all

response = session.get(url, timeout=5)
print(response.text)
