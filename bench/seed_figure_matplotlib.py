"""The seed article's 2x2 figure in matplotlib, as the article draws it, for bench/run.py.

usage: seed_figure_matplotlib.py FILE.(svg|png|pdf)
"""
import sys

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np

plt.rcParams["font.family"] = ["Noto Sans CJK SC", "Noto Sans CJK JP"]
plt.rcParams["axes.unicode_minus"] = False

x = np.linspace(-10, 10, 1000)
curves = [
    ("Sigmoid 激活函数", "blue", 1 / (1 + np.exp(-x))),
    ("Tanh 激活函数", "green", np.tanh(x)),
    ("ReLU 激活函数", "red", np.maximum(0, x)),
    ("Leaky ReLU 激活函数（α = 0.01）", "purple", np.where(x > 0, x, 0.01 * x)),
]
plt.figure(figsize=(12, 8))
for position, (title, colour, y) in enumerate(curves, 1):
    plt.subplot(2, 2, position)
    plt.plot(x, y, color=colour)
    plt.title(title)
    plt.grid(True, linestyle="--", alpha=0.7)
    plt.axhline(y=0, color="k", linestyle="-", alpha=0.3)
    plt.axvline(x=0, color="k", linestyle="-", alpha=0.3)
plt.tight_layout()
plt.savefig(sys.argv[1])
