"""A sum of prices."""
# fails: AssertionError at line 6
import unittest
class SumTest(unittest.TestCase):
    def test_sum(self):
        self.assertEqual(0.1 + 0.2, 0.3)  # in EUR
unittest.main()
