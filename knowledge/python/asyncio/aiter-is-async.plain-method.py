"""Counts down."""
# fails: TypeError at line 21
# prints: 1
# prints: 0
import asyncio


class Down:
    def __init__(self, start):
        self.left = start

    async def __aiter__(self):
        return self

    async def __anext__(self):
        if not self.left:
            raise StopAsyncIteration
        self.left -= 1
        return self.left
async def main():
    async for number in Down(2):
        print(number)


asyncio.run(main())
