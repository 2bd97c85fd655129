"""Shows a size."""
# fails: TypeError at line 8
# prints: 3
import asyncio
def size():
    return 3
async def main():
    print(await size())
asyncio.run(main())
