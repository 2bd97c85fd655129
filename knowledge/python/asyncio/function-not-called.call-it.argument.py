"""The argument stands beside the function."""
# fails: TypeError at line 6
# prints: 3
import asyncio
async def main():
    task = asyncio.create_task(double, 1.5)  # é
    print(int(await task))


async def double(number):
    return number * 2
asyncio.run(main())
