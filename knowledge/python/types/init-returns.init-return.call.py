"""A list of words that is read when its object is made."""
# fails: TypeError at line 13
# prints: ['to', 'be']
class Words:
    def __init__(self, text):
        self.words = []
        return self.fill(text)  # word by word

    def fill(self, text):
        self.words += text.split()
        return len(self.words)

print(Words("to be").words)
