"""Shows the rows from plain code."""
# fails: TypeError at line 11
# prints: a
import asyncio


async def rows():
    await asyncio.sleep(0)
    return ["a"]
def main():
    for row in rows():
        print(row)


if __name__ == "__main__":
    main()
