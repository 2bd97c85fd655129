"""The group comes out of asyncio.run."""
# needs: python>=3.11
# fails: ExceptionGroup at line 7
# prints: no number
import asyncio
async def read(text):
    return int(text)
async def main(texts):
    async with asyncio.TaskGroup() as tasks:
        for text in texts:
            tasks.create_task(read(text))


try:
    asyncio.run(main(["1", "x"]))
except (KeyError, ValueError):
    print("no number")
