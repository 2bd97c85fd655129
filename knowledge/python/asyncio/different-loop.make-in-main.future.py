"""A future of another loop."""
# fails: RuntimeError at line 11
# prints: 5
import asyncio
loop = asyncio.new_event_loop()
answer = loop.create_future()
async def give():
    answer.set_result(5)
async def main():
    task = asyncio.create_task(give())
    print(await answer)
    await task


asyncio.run(main())
loop.close()
