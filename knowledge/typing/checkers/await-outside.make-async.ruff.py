"""The same, as ruff sees it."""
# run: ruff check --isolated --select PLE1142 {file}
# needs: ruff
# fails: PLE1142 at line 9
import asyncio


def main() -> None:
    await asyncio.sleep(0)  # a moment
    print("done")


asyncio.run(main())
