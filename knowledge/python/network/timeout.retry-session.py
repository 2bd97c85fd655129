"""A server is slow to answer its first request and quick for the second."""
# needs: requests
# fails: requests.exceptions.ReadTimeout at line 28
# prints: hello
import socket
import threading
import time

import requests

server = socket.create_server(("127.0.0.1", 0))


def answer():
    first, _ = server.accept()
    first.recv(1000)
    time.sleep(0.7)
    first.close()
    second, _ = server.accept()
    second.recv(1000)
    second.sendall(b"HTTP/1.0 200 OK\r\n\r\nhello")
    second.close()


threading.Thread(target=answer, daemon=True).start()
url = "http://127.0.0.1:%d/" % server.getsockname()[1]

response = requests.get(url, timeout=0.5)  # at once
print(response.text)
