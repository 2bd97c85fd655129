"""The answer is read after its block, in a loop after it even."""
# needs: aiohttp
# fails: aiohttp.client_exceptions.ClientConnectionError at line 29
# prints: /first
import asyncio
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import aiohttp


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Length", str(len(self.path)))
        self.end_headers()
        self.wfile.write(self.path.encode())

    def log_message(self, *args):
        pass


async def main():
    async with aiohttp.ClientSession() as session:
        for path in ("/first",):
            async with session.get(f"http://127.0.0.1:{server.server_port}{path}") as answer:
                assert answer.status == 200
            # what came
            print(await answer.text())


server = HTTPServer(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
asyncio.run(main())
