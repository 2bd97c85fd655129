"""A plain client, imported by its name, in a function that awaits its answers."""
# needs: httpx
# fails: TypeError at line 29
# prints: /parts
import asyncio
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

from httpx import Client, Timeout


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(self.path.encode())

    def log_message(self, *args):
        pass


server = HTTPServer(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
BASE = f"http://127.0.0.1:{server.server_port}"


async def main():
    with Client(base_url=BASE, timeout=Timeout(3), trust_env=False) as client:
        answer = await client.get("/parts")
        print(answer.text)


asyncio.run(main())
