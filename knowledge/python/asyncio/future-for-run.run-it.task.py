"""asyncio.run of a task."""
# needs: python<3.14
# fails: ValueError at line 11
# prints: 4
import asyncio
async def square(number):
    return number * number


job = asyncio.ensure_future(square(2))
print(asyncio.run(job))
