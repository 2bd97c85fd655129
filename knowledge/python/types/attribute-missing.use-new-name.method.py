"""What is in a basket; the method that puts something in it was renamed."""
# fails: AttributeError at line 23
# prints: 2 items


class Item:
    def __init__(self, name):
        self.name = name


class Basket:
    def __init__(self):
        self.content = []

    def add_item(self, item, count=1):
        self.content += [item] * count

    def remove_item(self, item):
        self.content.remove(item)


basket = Basket()
basket.add_article(Item("tea"), 2)  # one for a friend
print(len(basket.content), "items")
