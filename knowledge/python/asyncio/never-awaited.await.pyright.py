"""A drink is stirred before it is served."""
# run: pyright {file}
# needs: pyright
# fails: reportUnusedCoroutine at line 13
import asyncio


async def stir(times: int) -> None:
    await asyncio.sleep(0.001 * times)


async def serve(name: str) -> str:
    stir(3)  # clockwise
    return f"{name}, stirred"


print(asyncio.run(serve("tea")))
