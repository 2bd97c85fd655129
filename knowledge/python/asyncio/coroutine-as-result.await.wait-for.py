"""wait_for is to be awaited."""
# fails: TypeError at line 8
# prints: 2
import asyncio
async def work(number): return number
async def main():
    result = asyncio.wait_for(work(1), timeout=5)
    print(result + 1)


asyncio.run(main())
