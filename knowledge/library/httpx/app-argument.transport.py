"""A test of an application without a network."""
# needs: httpx
# fails: TypeError at line 16
# prints: 200
import asyncio

import httpx


async def app(scope, receive, send):
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"a"})


async def main():
    async with httpx.AsyncClient(app=app, base_url="http://test") as client:  # in process
        print((await client.get("/a")).status_code)


asyncio.run(main())
