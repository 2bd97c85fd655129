"""Shows pages."""
# fails: TypeError at line 8
# prints: 1
import asyncio
async def pages():
    yield 1
async def main():
    for page in pages():  # as they come
        print(page)
asyncio.run(main())
