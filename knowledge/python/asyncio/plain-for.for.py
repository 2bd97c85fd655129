"""Counts."""
# fails: TypeError at line 8
# prints: 3
import asyncio


async def main():
    numbers = [n async for n in range(3)]
    print(len(numbers))


asyncio.run(main())
