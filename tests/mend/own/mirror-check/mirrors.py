"""Find the freshest of several mirrors (aiohttp client against a local server)."""
from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
from aiohttp import web


@dataclass(order=True, frozen=True)
class Mirror:
    serial: int
    name: str


# --- the server side: three mirrors under one roof ---------------------------

SERIALS = {"north": 1041, "south": 1043, "attic": None}


async def serial(request: web.Request) -> web.Response:
    number = SERIALS.get(request.match_info["mirror"])
    if number is None:
        raise web.HTTPServiceUnavailable(text="out of order")
    return web.json_response({"serial": number})


@asynccontextmanager
async def local_server() -> AsyncIterator[str]:
    app = web.Application()
    app.add_routes([web.get("/{mirror}/serial", serial)])
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    try:
        host, port = runner.addresses[0][:2]
        yield f"http://{host}:{port}"
    finally:
        await runner.cleanup()


# --- the client side ---------------------------------------------------------


async def ask(session: aiohttp.ClientSession, base: str, name: str) -> Mirror | None:
    async with session.get(f"{base}/{name}/serial") as response:
        if response.status != 200:
            print(f"{name}: {response.status} {response.reason}")
            return None
        payload = await response.json()
        return Mirror(payload["serial"], name)


async def freshest(base: str, names: list[str]) -> Mirror:
    timeout = aiohttp.ClientTimeout(total=2)
    with aiohttp.ClientSession(timeout=timeout) as session:
        answers = await asyncio.gather(*(ask(session, base, name) for name in names))
    return max(mirror for mirror in answers if mirror)


async def main() -> None:
    async with local_server() as base:
        best = await freshest(base, list(SERIALS))
    print(f"freshest: {best.name} with serial {best.serial}")


if __name__ == "__main__":
    asyncio.run(main())
