"""The host is handed over; the address is put together from it."""
# needs: requests
# fails: InvalidSchema at line 14
# prints: nothing there
import requests


class Plants:
    def __init__(self, host: str, port: int) -> None:
        self.base = f"{host}:{port}"  # without the path

    def names(self) -> str:
        try:
            return requests.get(self.base + "/plants", timeout=1).text
        except requests.exceptions.ConnectionError:
            return "nothing there"


print(Plants("localhost", 9).names())
