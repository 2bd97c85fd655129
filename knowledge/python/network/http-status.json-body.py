"""A form is sent to a server that takes JSON."""
# needs: requests
# fails: requests.exceptions.HTTPError at line 34
# prints: 2
import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import requests


class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        raw = self.rfile.read(int(self.headers["Content-Length"]))
        try:
            status, answer = 200, json.dumps(len(json.loads(raw)))
        except ValueError:
            status, answer = 400, "<p>no JSON</p>"
        self.send_response(status)
        self.end_headers()
        self.wfile.write(answer.encode())

    def log_message(self, *args):
        pass


server = HTTPServer(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
BASE = f"http://127.0.0.1:{server.server_port}"


def send(fields):
    answer = requests.post(f"{BASE}/parts", data=dict(fields), timeout=3)
    answer.raise_for_status()
    return answer.json()


print(send({"name": "bolt", "price": 3}))
