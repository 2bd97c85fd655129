"""Fetch the releases of a project and print a short overview.

The class `Recorded` answers from a recording, so that the check at the end
works without a network.
"""
import io
import json
from urllib.parse import urlsplit

import requests
from requests.adapters import BaseAdapter

API = "https://api.example.org"

RECORDING = {
    "/projects/kite/releases": {
        "items": [
            {"tag": "1.3.2", "date": "2024-03-18", "changes": ["fix crash at start"]},
            {"tag": "1.4.0", "date": "2024-05-02", "changes": ["dark theme", "faster", "new icon"]},
        ],
        "next": None,
    },
}


class Recorded(BaseAdapter):
    def send(self, request, **kwargs):
        response = requests.Response()
        response.request = request
        response.url = request.url
        data = RECORDING.get(urlsplit(request.url).path)
        response.status_code = 200 if data is not None else 404
        response.headers["Content-Type"] = "application/json"
        response.raw = io.BytesIO(json.dumps(data).encode())
        return response

    def close(self):
        pass


class Client:
    def __init__(self, session=None):
        self.session = session or requests.Session()
        self.session.headers["Accept"] = "application/json"

    def releases(self, project):
        url = f"{API}/projects/{project}/releases"
        while url:
            response = self.session.get(url, timeout=10)
            response.raise_for_status()
            page = response.json
            yield from page["items"]
            url = page["next"]


def main():
    session = requests.Session()
    session.mount(API, Recorded())
    found = list(Client(session).releases("kite"))
    for release in found:
        print(f"{release['tag']}  {release['date']}  {len(release['changes'])} changes")
    print("latest:", max(found, key=lambda release: release["date"])["tag"])


if __name__ == "__main__":
    main()
