"""The coroutine is handed to the function that uses it."""
# fails: TypeError at line 11
# prints: warm
import asyncio


async def limits() -> dict[str, int]:
    return {"warm": 20}

async def judge(degrees: int, most: dict[str, int]) -> str:
    return "warm" if degrees > most["warm"] else "cold"

async def main() -> None:
    most = limits()  # from the file
    print(*await asyncio.gather(*(judge(degrees, most) for degrees in [21])))

asyncio.run(main())
