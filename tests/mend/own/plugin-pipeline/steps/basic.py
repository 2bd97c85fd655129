from . import Step


class DropEmpty(Step):
    name = "drop-empty"

    def process(self, lines):
        return (line for line in lines if line.strip())


class Replace(Step):
    name = "replace"

    def __init__(self, old, new=""):
        self.old = old
        self.new = new

    def process(self, lines):
        return (line.replace(self.old, self.new) for line in lines)
