"""A toy DICT server: DEFINE word, COUNT, QUIT - one request per line."""
import socket
import threading

WORDS = {
    "heap": "a tree in which every parent is at most its children",
    "queue": "first in, first out",
    "stack": "last in, first out",
}


class WordServer(threading.Thread):
    def __init__(self, host="127.0.0.1"):
        super().__init__(daemon=True)
        self.listener = socket.create_server((host, 0))
        self.address = self.listener.getsockname()

    def run(self):
        while True:
            try:
                connection, _peer = self.listener.accept()
            except OSError:
                return
            with connection, connection.makefile("r", encoding="utf-8") as lines:
                for line in lines:
                    answer = self.answer(line.split())
                    if answer is None:
                        break
                    connection.sendall(answer.encode("utf-8") + b"\n")

    def answer(self, parts):
        if not parts:
            return "500 empty request"
        verb, *rest = parts
        if verb == "QUIT":
            return None
        if verb == "COUNT":
            return f"250 {len(WORDS)} words"
        if verb == "DEFINE" and rest:
            meaning = WORDS.get(rest[0].lower())
            return f"150 {meaning}" if meaning else f"552 no match for {rest[0]}"
        return f"500 unknown request {verb}"

    def stop(self):
        self.listener.close()


class WordClient:
    def __init__(self, address):
        self.sock = socket.create_connection(address, timeout=3)
        self.lines = self.sock.makefile("r", encoding="utf-8")

    def ask(self, verb, *words):
        request = " ".join((verb,) + words)
        self.sock.sendall(request + "\n")
        code, _, text = self.lines.readline().strip().partition(" ")
        return int(code), text

    def close(self):
        self.sock.sendall(b"QUIT\n")
        self.lines.close()
        self.sock.close()


def main():
    server = WordServer()
    server.start()
    client = WordClient(server.address)
    print(client.ask("COUNT"))
    print(client.ask("DEFINE", "Queue"))
    print(client.ask("DEFINE", "trie"))
    client.close()
    server.stop()


if __name__ == "__main__":
    main()
