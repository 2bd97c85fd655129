"""The library itself says what it wants."""
# needs: aiohttp
# fails: TypeError at line 9
# prints: False
import asyncio
import aiohttp

async def main() -> None:
    with aiohttp.ClientSession() as session:  # one for all
        print(session.closed)

asyncio.run(main())
