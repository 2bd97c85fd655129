"""The coroutine is kept in the object, and used by a plain method."""
# fails: TypeError at line 15
# prints: 2
import asyncio


class Shelf:
    async def load(self) -> list[str]:
        return ["ink", "pen"]

    async def open(self) -> None:
        self.names = self.load()  # all of them

    def count(self) -> int:
        return len(self.names)

async def main() -> None:
    shelf = Shelf()
    await shelf.open()
    print(shelf.count())

asyncio.run(main())
