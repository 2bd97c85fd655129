"""The item is taken of what the function returns."""
# fails: TypeError at line 11
# prints: Ada
import asyncio


async def load() -> dict[str, str]:
    return {"name": "Ada"}

async def main() -> None:
    print(load()["name"])  # the user's name

asyncio.run(main())
