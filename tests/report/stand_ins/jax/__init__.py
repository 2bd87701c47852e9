"""See ../README.md. Signatures: https://docs.jax.dev/en/latest/jax.html"""

from . import nn
