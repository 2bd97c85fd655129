# Status board for the test benches.
# Benches report by UDP (one JSON object per datagram), the board prints a table.

import json
import socket
import threading

ORDER = {"red": 0, "amber": 1, "green": 2}


class Board:

    def __init__(self):
        self.benches = {}
        self.bad = 0

    def take(self, datagram):
        try:
            report = json.loads(datagram)
            self.benches[report["bench"]] = report
        except (ValueError, KeyError):
            self.bad += 1

    def rows(self):
        reports = self.benches.values()
        for report in sorted(reports, key=lambda r: (ORDER[r["light"]], r["bench"])):
            mark = "*" if report["light"] == "red" else " "
            yield f"{mark} {report["bench"]:<8} {report["light"]:<6} {report["jobs"]:>3} jobs"

    def render(self):
        lines = list(self.rows())
        lines.append(f"{len(lines)} benches, {self.bad} bad reports")
        return "\n".join(lines)


def listen(sock, board, count):
    for _ in range(count):
        datagram, sender = sock.recvfrom(2048)
        board.take(datagram)


def self_test():
    board = Board()
    receiver = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    receiver.bind(("127.0.0.1", 0))
    receiver.settimeout(2)
    messages = [
        b'{"bench": "laser", "light": "green", "jobs": 4}',
        b'{"bench": "oven", "light": "red", "jobs": 11}',
        b'{"bench": "press"',
        b'{"bench": "lathe", "light": "green", "jobs": 0}',
    ]
    listener = threading.Thread(target=listen, args=(receiver, board, len(messages)))
    listener.start()
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
        for message in messages:
            sender.sendto(message, receiver.getsockname())
    listener.join()
    receiver.close()
    print(board.render())


if __name__ == "__main__":
    self_test()
