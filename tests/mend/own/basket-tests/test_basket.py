import unittest
from decimal import Decimal

from basket import Article, Basket, Discount

PEN = Article("pen", "1.20")
BOOK = Article("book", "18.00")


class BasketTest(unittest.TestCase):

    def setUp(self):
        self.basket = Basket("c-100")

    def test_1_new_basket_is_empty(self):
        self.assertEqual(len(self.basket), 0)
        self.assertEqual(self.basket.total, 0)

    def test_2_total(self):
        self.basket.add(PEN, 3)
        self.basket.add(BOOK)
        self.assertEqual(self.basket.total, Decimal("21.60"))

    def test_3_length_counts_pieces(self):
        self.basket.add(PEN, 5)
        self.assertEqual(len(self.basket), 5)

    def test_4_remove(self):
        self.basket.add(PEN, 2)
        self.basket.add(BOOK)
        self.basket.remove("pen")
        self.assertEqual(self.basket.total, Decimal("18.00"))

    def test_5_lines_can_be_given(self):
        basket = Basket("c-101", [(BOOK, 2)])
        self.assertEqual(basket.total, Decimal("36.00"))

    def test_6_count_must_be_positive(self):
        with self.assertRaises(ValueError):
            self.basket.add(PEN, 0)


class DiscountTest(unittest.TestCase):

    def test_below_the_limit(self):
        self.assertEqual(Discount(10, above=50).apply(Decimal("50")), Decimal("50"))

    def test_above_the_limit(self):
        basket = Basket("c-102", [(BOOK, 5)])
        basket.discount = Discount(10, above=50)
        self.assertEqual(basket.total, Decimal("81.00"))


if __name__ == "__main__":
    unittest.main()
