"""as_completed of a spread list."""
# fails: TypeError at line 9
# prints: 3
import asyncio
async def work(number):
    return number
async def main():
    total = 0
    for future in asyncio.as_completed(*[work(number) for number in range(3)]):
        total += await future
    print(total)


asyncio.run(main())
