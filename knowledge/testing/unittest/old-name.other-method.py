"""assertItemsEqual, Python 2's, is assertCountEqual."""
# fails: AttributeError at line 8
import unittest


class Names(unittest.TestCase):
    def test_names(self):
        self.assertItemsEqual(["b", "a"], ["a", "b"])  # in any order


if __name__ == "__main__":
    unittest.main()
