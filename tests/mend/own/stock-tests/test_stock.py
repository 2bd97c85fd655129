import unittest

from stock import OutOfStock, Stock


class StockTest(unittest.TestCase):
    """Stock with ten nails and one hammer."""

    def setup(self):
        self.stock = Stock()
        self.stock.receive("nail", 10)
        self.stock.receive("hammer", 1)

    def test_receive_adds(self):
        self.stock.receive("nail", 5)
        self.assertEqual(self.stock.available("nail"), 15)

    def test_receive_nothing(self):
        with self.assertRaises(ValueError):
            self.stock.receive("nail", 0)

    def test_reserve(self):
        self.stock.reserve("nail", 4)
        self.assertEqual(self.stock.available("nail"), 6)

    def test_reserve_more_than_there_is(self):
        self.stock.reserve("hammer", 1)
        with self.assertRaises(OutOfStock) as caught:
            self.stock.reserve("hammer", 1)
        self.assertEqual(str(caught.exception), "hammer")

    def test_ship(self):
        self.stock.reserve("nail", 4)
        self.stock.ship("nail", 4)
        self.assertEqual(self.stock.available("nail"), 6)


if __name__ == "__main__":
    unittest.main()
