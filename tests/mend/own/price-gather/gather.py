"""Ask several shops for their prices at the same time."""
import asyncio
import random


class Shop:
    def __init__(self, name, goods, delay=0.02):
        self.name = name
        self._goods = goods
        self._delay = delay
        self.asked = 0

    async def prices(self):
        """All goods and their prices (the real one talks to the shop's server)."""
        self.asked += 1
        await asyncio.sleep(self._delay * random.random())
        return dict(self._goods)

    async def in_stock(self, article):
        prices = await self.prices()
        return article in prices


SHOPS = [
    Shop("Corner", {"lamp": 18.5, "rug": 64.0}),
    Shop("Market", {"lamp": 21.0, "stool": 31.0}),
    Shop("Station", {"stool": 34.9, "rug": 59.9}),
]


async def offers_of(shop, wanted):
    prices = shop.prices()
    return [(article, price, shop.name) for article, price in prices.items() if article in wanted]


async def cheapest(shops, wanted):
    best = {}
    answers = await asyncio.gather(*(offers_of(shop, wanted) for shop in shops))
    for offers in answers:
        for article, price, name in offers:
            if article not in best or price < best[article][0]:
                best[article] = (price, name)
    return best


async def main():
    best = await cheapest(SHOPS, {"lamp", "stool"})
    for article in sorted(best):
        price, name = best[article]
        print(f"{article}: {price:.2f} at {name}")
    print("questions asked:", sum(shop.asked for shop in SHOPS))
    if not await SHOPS[0].in_stock("stool"):
        print("Corner has no stools")


if __name__ == "__main__":
    asyncio.run(main())
