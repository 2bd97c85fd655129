"""aiohttp wants an object."""
# needs: aiohttp
# fails: ValueError at line 35
# prints: /parts
import asyncio
import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import aiohttp


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
threading.Thread(target=server.serve_forever, daemon=True).start()
BASE = f"http://127.0.0.1:{server.server_port}"


async def main():
    async with aiohttp.ClientSession(timeout=5) as session:  # seconds
        async with session.get(f"{BASE}/parts") as answer:
            print(await answer.text())


asyncio.run(main())
