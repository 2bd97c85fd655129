"""Two methods are called otherwise than the abstract ones."""
# fails: TypeError at line 29
# prints: to ann: hi
# prints: closed
from abc import ABC, abstractmethod


class Sender(ABC):
    @abstractmethod
    def send(self, message, to): ...

    @abstractmethod
    def close(self): ...


class Mail(Sender):
    def send_message(self, message, to):  # by mail
        print(f"to {to}: {message}")

    def closing(self):
        print("closed")


def run(sender):
    sender.send("hi", "ann")
    sender.close()


run(Mail())
