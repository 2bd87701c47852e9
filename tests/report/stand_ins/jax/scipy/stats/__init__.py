from . import norm
