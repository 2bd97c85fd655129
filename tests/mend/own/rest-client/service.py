import json
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs, urlsplit

PLANTS = [
    {"name": "basil", "room": "kitchen", "dry_days": 1},
    {"name": "fern", "room": "bath", "dry_days": 4},
    {"name": "mint", "room": "kitchen", "dry_days": 6},
]


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        url = urlsplit(self.path)
        if url.path != "/plants":
            self.send_error(404)
            return
        room = parse_qs(url.query).get("room", [None])[0]
        found = [p for p in PLANTS if room in (None, p["room"])]
        body = json.dumps(found).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


def make_server():
    return HTTPServer(("127.0.0.1", 0), Handler)
