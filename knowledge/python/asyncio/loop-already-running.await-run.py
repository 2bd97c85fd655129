"""Asks within a loop."""
# fails: RuntimeError at line 8
# prints: 42
import asyncio
async def ask():
    return 42
async def main():
    answer = asyncio.run(ask())  # a second loop
    print(answer)
asyncio.run(main())
