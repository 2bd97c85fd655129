"""gather gets results."""
# fails: TypeError at line 7
# prints: [1, 2]
import asyncio
async def main():
    # both at once
    print(await asyncio.gather(await get(1), await get(2)))


async def get(number):
    return number
asyncio.run(main())
