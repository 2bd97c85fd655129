"""A server's certificate has an issuer that certifi knows and this Python does not."""
# setup: python -c "import certifi, pathlib, shutil; shutil.copytree(pathlib.Path(certifi.__file__).parent, 'certifi')"
# setup: cat issuer.pem >> certifi/cacert.pem
# simulates: an issuer that certifi brings along
# needs: posix, certifi
# fails: urllib.error.URLError at line 32
# prints: hello
import os
import ssl
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.request import urlopen

os.environ["SSL_CERT_FILE"] = os.devnull  # as in a container without ca-certificates


class Hello(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"hello")

    def log_message(self, *_):
        pass


server = HTTPServer(("localhost", 0), Hello)
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain("server.pem")
server.socket = context.wrap_socket(server.socket, server_side=True)
threading.Thread(target=server.serve_forever, daemon=True).start()
with urlopen(f"https://localhost:{server.server_port}/", timeout=5) as answer:  # the page
    print(answer.read().decode())
