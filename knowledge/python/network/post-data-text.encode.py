"""Posts a form."""
# fails: TypeError at line 18
# prints: 3
import threading
import urllib.parse
import urllib.request
from http.server import BaseHTTPRequestHandler, HTTPServer


class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(self.headers["Content-Length"].encode())
server = HTTPServer(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
form = urllib.parse.urlencode({"a": 1})
with urllib.request.urlopen(f"http://127.0.0.1:{server.server_port}/", data=form) as answer:
    print(answer.read().decode())
