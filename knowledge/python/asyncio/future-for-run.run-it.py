"""asyncio.run of gather."""
# needs: python<3.14
# fails: ValueError at line 10
# prints: [1, 4]
import asyncio
async def square(number):
    return number * number


results = asyncio.run(asyncio.gather(square(1), square(2)))  # both
print(results)
