import matplotlib.pyplot as plt
import numpy as np
{{#t.code.font_comment}}

# {{{t.code.font_comment}}}
plt.rcParams["font.sans-serif"] = [
    "Arial Unicode MS", "SimHei", "Noto Sans CJK JP",
]
plt.rcParams["axes.unicode_minus"] = False
{{/t.code.font_comment}}


def sigmoid(x):
    """{{{t.code.sigmoid_doc}}}"""
    # {{{t.code.sigmoid_comment}}}
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1, e) / (1 + e)


def tanh(x):
    """{{{t.code.tanh_doc}}}"""
    # {{{t.code.tanh_comment}}}
    return np.tanh(x)


def relu(x):
    """{{{t.code.relu_doc}}}"""
    return np.maximum(0, x)


def leaky_relu(x, alpha={{{code.alpha}}}):
    """{{{t.code.leaky_doc}}}"""
    return np.where(x > 0, x, alpha * x)


x = np.linspace(-10, 10, {{{code.points}}})  # {{{t.code.range_comment}}}
curves = [
    ("Sigmoid", sigmoid(x), "blue"),
    ("Tanh", tanh(x), "green"),
    ("ReLU", relu(x), "red"),
    ("Leaky ReLU", leaky_relu(x), "purple"),
]
figure, axes = plt.subplots(2, 2, figsize=(12, 8))
for ax, (name, y, colour) in zip(axes.flat, curves):
    ax.plot(x, y, color=colour)
    ax.set_title(name{{#t.code.title_suffix}} + "{{{t.code.title_suffix}}}"{{/t.code.title_suffix}})
    ax.grid(True, linestyle="--", alpha=0.7)
    ax.axhline(0, color="k", alpha=0.3)
    ax.axvline(0, color="k", alpha=0.3)
figure.tight_layout()
plt.show()
