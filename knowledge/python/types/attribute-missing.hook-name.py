"""A test of a list; unittest calls setUp before each test, and no other spelling of it."""
# run: python -m unittest -q {file}
# fails: AttributeError at line 12
import unittest


class ListTest(unittest.TestCase):
    def setup(self):  # two are enough
        self.names = ["Mia", "Tom"]

    def test_length(self):
        self.assertEqual(len(self.names), 2)
