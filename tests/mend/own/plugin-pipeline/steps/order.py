from . import Step


class Sort(Step):
    name = "sort"

    def __init__(self, reverse=False):
        self.reverse = reverse

    def process(self, lines):
        return sorted(lines, reverse=self.reverse)
