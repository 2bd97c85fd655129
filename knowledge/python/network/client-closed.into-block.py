"""The second request stands after the client's block."""
# needs: httpx
# fails: RuntimeError at line 26
# prints: /first
# prints: /second
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import httpx


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(self.path.encode())

    def log_message(self, *args):
        pass


server = HTTPServer(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
with httpx.Client(base_url=f"http://127.0.0.1:{server.server_port}", trust_env=False) as client:
    print(client.get("/first").text)
print(client.get("/second").text)  # the same client
