import numpy as np


def is_tensor(value):
    return isinstance(value, (np.ndarray, np.generic))


def require(*values):
    for value in values:
        if not is_tensor(value):
            raise TypeError(f"expected a Tensor, got {type(value).__name__}")


class Tensor(np.ndarray):
    """An array with what snippets ask of a tensor beside arithmetic."""

    device = "cpu"

    def to(self, dtype):
        return self.astype(dtype)


def elementwise(function):
    def call(input):
        require(input)
        return function(input)

    return call
