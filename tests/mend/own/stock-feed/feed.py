"""Mirror of the warehouse feed: serves stock.json and a client that sums it up."""
import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from urllib.request import urlopen

STOCK = json.loads(Path(__file__).with_name("stock.json").read_text(encoding="utf-8"))
PAGE_SIZE = 2


class FeedHandler(BaseHTTPRequestHandler):
    def do_GET(self):
        url = urlsplit(self.path)
        if url.path != "/stock":
            self.send_error(404)
            return
        page = int(parse_qs(url.query).get("page", ["1"])[0])
        first = (page - 1) * PAGE_SIZE
        body = json.dumps({
            "page": page,
            "pages": -(-len(STOCK) // PAGE_SIZE),
            "items": STOCK[first:first + PAGE_SIZE],
        }).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format, *args):
        pass  # keep the console clean


@contextmanager
def serving():
    server = ThreadingHTTPServer(("127.0.0.1", 0), FeedHandler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def fetch_page(base, number):
    with urlopen(f"{base}/stock?page={number}", timeout=3) as response:
        return json.load(response)


def summarize(base):
    quantity, value = {}, 0.0
    number, pages = 1, 1
    while number <= pages:
        page = fetch_page(base, number)
        pages = page["pages"]
        for item in page:
            place = item["place"]
            quantity[place] = quantity.get(place, 0) + item["quantity"]
            value += item["quantity"] * item["price"]
        number += 1
    return quantity, value


def main():
    with serving() as base:
        quantity, value = summarize(base)
    for place in sorted(quantity):
        print(f"{place}: {quantity[place]} pieces")
    print(f"worth {value:.2f}")


if __name__ == "__main__":
    main()
