import unittest

from shelf import NotHere, Shelf


class ShelfTest(unittest.TestCase):

    def setup(self):
        self.shelf = Shelf("novels")
        self.shelf.put("111", "Emma")
        self.shelf.put("222", "Dracula")

    def test_available(self):
        self.assertEqual(self.shelf.available(), ["Dracula", "Emma"])

    def test_lend(self):
        self.shelf.lend("111", "ada")
        self.assertEqual(self.shelf.available(), ["Dracula"])

    def test_lend_twice(self):
        self.shelf.lend("222", "ada")
        with self.assertRaises(NotHere):
            self.shelf.lend("222", "bob")

    def test_bring_back(self):
        self.shelf.lend("222", "ada")
        self.assertEqual(self.shelf.bring_back("222"), "ada")
        self.assertIn("Dracula", self.shelf.available())


if __name__ == "__main__":
    unittest.main()
