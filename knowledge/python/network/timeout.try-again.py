"""A server is too slow for its first request and answers the second at once."""
# fails: TimeoutError at line 24
# prints: hello
import socket
import threading
from urllib.request import urlopen

server = socket.create_server(("127.0.0.1", 0))


def answer():
    first, _ = server.accept()
    second, _ = server.accept()
    second.recv(1000)
    second.sendall(b"HTTP/1.0 200 OK\r\n\r\nhello")
    second.close()
    first.close()


threading.Thread(target=answer, daemon=True).start()
url = "http://127.0.0.1:%d/" % server.getsockname()[1]

# the first answer never comes
response = urlopen(url, timeout=0.3)
print(response.read().decode())
