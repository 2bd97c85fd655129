"""The answer's method is never called, in the function that hands over what it reads."""
# needs: requests
# fails: TypeError at line 29
# prints: [1, 2]
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import requests


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b'{"items": [1, 2]}')

    def log_message(self, *args):
        pass


def load(path):
    answer = requests.get(f"http://127.0.0.1:{server.server_port}{path}", timeout=3)
    return answer.json  # the page


server = HTTPServer(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
page = load("/")
print(page["items"])
