"""Asks a server that takes a moment until it listens."""
# needs: posix
# fails: ConnectionRefusedError at line 26
# prints: answer: ready
import socket
import threading
import time

with socket.socket() as probe:
    probe.bind(("127.0.0.1", 0))
    PORT = probe.getsockname()[1]


def serve() -> None:
    time.sleep(0.5)  # loads its data first
    with socket.create_server(("127.0.0.1", PORT)) as server:
        server.settimeout(10)
        connection, _ = server.accept()
        with connection:
            connection.sendall(b"ready")


def ask() -> str:
    # the server is on this machine
    address = ("127.0.0.1", PORT)
    with socket.create_connection(address, timeout=5) as connection:
        return connection.recv(100).decode()


threading.Thread(target=serve, daemon=True).start()
print("answer:", ask())
