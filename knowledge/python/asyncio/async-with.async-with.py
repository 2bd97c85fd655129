"""Holds a lock."""
# needs: python>=3.11
# fails: TypeError at line 7
# prints: held
import asyncio
async def main(lock):
    with lock:
        print("held")
async def begin():
    await main(asyncio.Lock())
asyncio.run(begin())
