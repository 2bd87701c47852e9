"""A parser of the formula language of its own, so that the oracle shares nothing with the C++ one.

A formula becomes nested tuples: ("number", float), ("x",), ("constant", name), ("add", a, b), ("multiply", a, b), ("divide", a, b),
("power", a, b), ("negate", a), ("call", name, args...), ("choice", relation, lhs, rhs, then, otherwise). Parameters are replaced by
their values at once. a - b is read as a + (-b).
"""
import re

TOKEN = re.compile(r"\s*(?:(\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)|([A-Za-z_]\w*)|(<=|>=|[-+*/^(),<>]))")


class Parser:
    def __init__(self, text, parameters):
        self.parameters = parameters
        self.tokens = []
        position = 0
        text = text.strip()
        while position < len(text):
            match = TOKEN.match(text, position)
            if not match:
                raise ValueError(f"cannot read {text[position:]!r}")
            self.tokens.append(match.groups())
            position = match.end()
        self.next = 0

    def peek(self):
        return self.tokens[self.next][2] if self.next < len(self.tokens) else None

    def take(self, symbol):
        if self.peek() != symbol:
            raise ValueError(f"expected {symbol!r} at token {self.next}")
        self.next += 1

    def sum(self):
        left = self.product()
        while self.peek() in ("+", "-"):
            minus = self.peek() == "-"
            self.next += 1
            right = self.product()
            left = ("add", left, ("negate", right) if minus else right)
        return left

    def product(self):
        left = self.signed()
        while self.peek() in ("*", "/"):
            kind = "multiply" if self.peek() == "*" else "divide"
            self.next += 1
            left = (kind, left, self.signed())
        return left

    def signed(self):
        if self.peek() == "-":
            self.next += 1
            return ("negate", self.signed())
        base = self.atom()
        if self.peek() == "^":
            self.next += 1
            return ("power", base, self.signed())
        return base

    def atom(self):
        if self.peek() == "(":
            self.take("(")
            inner = self.sum()
            self.take(")")
            return inner
        number, name, _ = self.tokens[self.next]
        self.next += 1
        if number is not None:
            return ("number", float(number))
        if name is None:
            raise ValueError(f"unexpected token {self.next - 1}")
        if self.peek() == "(":
            return self.call(name)
        if name == "x":
            return ("x",)
        if name in self.parameters:
            return ("number", float(self.parameters[name]))
        if name in ("pi", "e"):
            return ("constant", name)
        raise ValueError(f"unknown name {name!r}")

    def call(self, name):
        self.take("(")
        arguments = [self.sum()]
        if name == "if":
            relation = self.peek()
            self.next += 1
            arguments.append(self.sum())
        while self.peek() == ",":
            self.take(",")
            arguments.append(self.sum())
        self.take(")")
        return ("choice", relation, *arguments) if name == "if" else ("call", name, *arguments)


def parse(text, parameters=None):
    parser = Parser(text, parameters or {})
    tree = parser.sum()
    if parser.next != len(parser.tokens):
        raise ValueError(f"text after the formula: token {parser.next}")
    return tree
