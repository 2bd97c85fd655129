# coding: utf-8
# Oficina de cambio: pide las tasas a un servicio local y calcula importes.
import json
import threading
from decimal import Decimal, ROUND_HALF_UP
from http.server import BaseHTTPRequestHandler, HTTPServer

import requests

TASAS = {
    "EUR": {"USD": "1.0850", "GBP": "0.8560"},
    "USD": {"EUR": "0.9217"},
}


class Servicio(BaseHTTPRequestHandler):
    def do_GET(self):
        base = self.path.rsplit("/", 1)[-1]
        tasas = TASAS.get(base)
        codigo = 200 if tasas else 404
        cuerpo = json.dumps({"base": base, "rates": tasas}).encode("utf-8")
        self.send_response(codigo)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(cuerpo)))
        self.end_headers()
        self.wfile.write(cuerpo)

    def log_message(self, *args):
        pass


class Cambio:
    def __init__(self, url):
        self.url = url
        self.session = requests.Session()
        self.session.trust_env = False
        self.cache = {}

    def tasa(self, de, a):
        """Tasa de cambio; cada moneda base se pide una sola vez."""
        if de not in self.cache:
            respuesta = self.session.get("%s/latest/%s" % (self.url, de), timeout=3)
            respuesta.raise_for_status()
            self.cache[de] = respuesta.json["rates"]
        return Decimal(self.cache[de][a])

    def convertir(self, importe, de, a):
        resultado = Decimal(importe) * self.tasa(de, a)
        return resultado.quantize(Decimal("0.01"), ROUND_HALF_UP)


def main():
    servidor = HTTPServer(("127.0.0.1", 0), Servicio)
    threading.Thread(target=servidor.serve_forever, daemon=True).start()
    cambio = Cambio("http://127.0.0.1:%d" % servidor.server_port)

    for importe, de, a in [("100", "EUR", "USD"), ("59.90", "EUR", "GBP"), ("20", "USD", "EUR")]:
        print(importe, de, "=", cambio.convertir(importe, de, a), a)
    try:
        cambio.convertir("1", "XXX", "EUR")
    except requests.HTTPError as error:
        print("sin tasa para XXX:", error.response.status_code)
    servidor.shutdown()


if __name__ == "__main__":
    main()
