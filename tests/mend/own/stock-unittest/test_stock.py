import unittest

from stock import OutOfStock, Stock


class StockTest(unittest.TestCase):

    def setup(self):
        self.stock = Stock()
        self.stock.receive("lamp", 5)
        self.stock.receive("bulb", 2)

    def test_sell(self):
        self.assertEqual(self.stock.sell("lamp", 2), 3)

    def test_sell_too_many(self):
        with self.assertRaises(OutOfStock) as caught:
            self.stock.sell("bulb", 3)
        self.assertIn("only 2 left", str(caught.exception))

    def test_low(self):
        self.assertEqual(self.stock.low(), ["bulb"])


if __name__ == "__main__":
    unittest.main()
