"""Serves one guest, closes, and starts again on the same port, as after a restart."""
# needs: linux
# fails: OSError at line 12
# prints: served on the first run
# prints: served on the second run
import socket


def serve_once(run: str, port: int) -> int:
    server = socket.socket()
    # the same port as before
    server.bind(("127.0.0.1", port))
    server.listen()
    guest = socket.create_connection(server.getsockname())
    connection, _ = server.accept()
    port = server.getsockname()[1]
    connection.close()
    guest.recv(1)
    guest.close()
    server.close()
    print("served on the", run, "run")
    return port


port = serve_once("first", 0)
serve_once("second", port)
