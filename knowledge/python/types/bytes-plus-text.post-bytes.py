"""A dictionary is posted, where the server takes JSON."""
# fails: TypeError at line 32
# prints: 2
import json
import threading
import urllib.request
from http.server import BaseHTTPRequestHandler, HTTPServer


class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        raw = self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(200)
        self.end_headers()
        self.wfile.write(str(len(json.loads(raw))).encode())

    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(self.path.encode())

    def log_message(self, *args):
        pass


server = HTTPServer(("127.0.0.1", 0), Handler)
server.handle_error = lambda *args: None
threading.Thread(target=server.serve_forever, daemon=True).start()
BASE = f"http://127.0.0.1:{server.server_port}"
new = {"name": "bolt", "price": 3}
asked = urllib.request.Request(f"{BASE}/parts", data=new, method="POST")  # a new part
with urllib.request.urlopen(asked, timeout=3) as answer:
    print(answer.read().decode())
