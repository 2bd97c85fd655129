"""There is no loop to be found, so one is made."""
# fails: RuntimeError at line 9
# prints: 7
import asyncio
async def count():
    return 7


loop = asyncio.get_running_loop()
print(loop.run_until_complete(count()))
loop.close()
