"""Tokens -> value. Recursive descent, one method a rule."""
import operator

from lexer import Token, tokens

BINARY = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv}


class ParseError(ValueError):
    pass


class Parser:
    def __init__(self, line: str, names: dict[str, float]) -> None:
        self.tokens = list(tokens(line))
        self.index = 0
        self.names = names

    @property
    def current(self) -> Token:
        return self.tokens[self.index]

    def take(self) -> Token:
        token = self.current
        self.index += 1
        return token

    def statement(self) -> float:
        if self.current.kind == "name" and self.tokens[self.index + 1].text == "=":
            name = self.take().text
            self.take()
            value = self.names[name] = self.sum()
        else:
            value = self.sum()
        if self.current.kind != "end":
            raise ParseError(f"did not expect {self.current.text!r}")
        return value

    def sum(self) -> float:
        value = self.product()
        while self.current.text in ("+", "-"):
            value = BINARY[self.take().text](value, self.product())
        return value

    def product(self) -> float:
        value = self.factor()
        while self.current.text in ("*", "/"):
            value = BINARY[self.take().text](value, self.factor())
        return value

    def factor(self) -> float:
        token = self.take()
        if token.kind == "number":
            return float(token.text)
        if token.kind == "name":
            return self.names[token.text]
        if token.text == "-":
            return -self.factor()
        if token.text == "(":
            value = self.sum()
            if self.take().text != ")":
                raise ParseError("missing )")
            return value
        raise ParseError(f"did not expect {token.text!r}")
