"""Client for the small plant service; `main` starts a copy of the service for a trial run."""
import threading

import requests

from service import make_server


class PlantClient:
    def __init__(self, host, port, timeout=3):
        self.base = f"{host}:{port}"
        self.timeout = timeout
        self.session = requests.Session()
        self.session.trust_env = False

    def _get(self, path, **params):
        response = self.session.get(
            self.base + path,
            params=params,
            timeout=self.timeout,
        )
        response.raise_for_status()
        return response.json()

    def plants(self, room=None):
        if room:
            return self._get("/plants", room=room)
        return self._get("/plants")

    def rooms(self):
        """Number of plants in every room."""
        counts = {}
        for plant in self.plants():
            counts[plant["room"]] = counts.get(plant["room"], 0) + 1
        return counts

    def thirsty(self, days):
        return [p["name"] for p in self.plants() if p["dry_days"] >= days]


def main():
    server = make_server()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    client = PlantClient("127.0.0.1", server.server_address[1])

    print("kitchen:", ", ".join(p["name"] for p in client.plants("kitchen")))
    print("water today:", ", ".join(client.thirsty(4)))
    for room, count in sorted(client.rooms().items()):
        print(f"{room}: {count}")
    server.shutdown()


if __name__ == "__main__":
    main()
