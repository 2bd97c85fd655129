"""Writes a file in an async function."""
# needs: python>=3.11
# fails: TypeError at line 9
# prints: done
import asyncio


async def main():
    async with open("out.txt", "w") as f:  # a file
        f.write("x")
    print("done")


asyncio.run(main())
