"""Waits for two."""
# needs: python>=3.11
# fails: TypeError at line 14
# prints: 2 0
import asyncio


async def load(name):
    return name


async def main():
    jobs = [load("a"), load("b")]  # both
    done, left = await asyncio.wait(jobs, timeout=5)
    print(len(done), len(left))


asyncio.run(main())
