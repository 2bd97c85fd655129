"""Ask the (pretended) carriers where the parcels are, all at the same time."""
import asyncio
import logging
from typing import Any

logging.basicConfig(format="%(levelname)s %(message)s", level=logging.WARNING)

CARRIERS: dict[str, dict[str, dict[str, Any]]] = {
    "swift": {
        "SW1": {"state": "delivered", "stops": ["depot", "van", "door"]},
        "SW2": {"state": "on its way", "stops": ["depot", "van"]},
    },
    "harbour": {
        "HB9": {"state": "customs", "stops": ["port"]},
    },
}


class CarrierClient:
    def __init__(self, carrier: str, delay: float = 0.01) -> None:
        self.carrier = carrier
        self.delay = delay

    async def get(self, code: str) -> dict[str, Any]:
        await asyncio.sleep(self.delay)
        return CARRIERS[self.carrier][code]

    async def status(self, code: str) -> str:
        record = self.get(code)
        last = record["stops"][-1]
        return f"{code}: {record['state']} (last seen: {last})"


async def track(parcels: list[tuple[str, str]]) -> list[str]:
    clients = {name: CarrierClient(name) for name in CARRIERS}
    jobs = [clients[carrier].status(code) for carrier, code in parcels]
    return await asyncio.gather(*jobs)


async def main() -> None:
    lines = await track([("swift", "SW1"), ("harbour", "HB9"), ("swift", "SW2")])
    for line in lines:
        print(line)
    print(sum("delivered" in line for line in lines), "delivered")


asyncio.run(main())
