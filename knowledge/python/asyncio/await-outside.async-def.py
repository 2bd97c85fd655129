"""A plain function waits, and two others call it."""
# fails: SyntaxError at line 12
# prints: 3
# prints: 6
import asyncio


class Box:
    # how many there are
    def count(self, start: int) -> int:
        for _ in range(3):
            await asyncio.sleep(0)  # lets others run
            start += 1
        return start


async def main() -> None:
    box = Box()
    total = box.count(0)  # none so far
    print(total)
    print((await box.count(2)) + 1)


asyncio.run(main())
