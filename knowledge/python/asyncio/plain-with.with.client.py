"""A plain client whose answers nobody awaits."""
# needs: httpx
# fails: TypeError at line 28
# prints: /parts
import asyncio
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
BASE = f"http://127.0.0.1:{server.server_port}"


async def main():
    async with httpx.Client(base_url=BASE, trust_env=False) as client:  # one for all
        answer = client.get("/parts")
        print(answer.text)


asyncio.run(main())
