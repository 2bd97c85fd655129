import numpy as np


def relu(z):
    return np.maximum(z, 0)


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


class Dense:
    """A fully connected layer.

    weights: (outputs, inputs), one row per neuron
    bias: (outputs,)
    """

    def __init__(self, weights, bias, activation):
        self.weights = np.asarray(weights, dtype=float)
        self.bias = np.asarray(bias, dtype=float)
        self.activation = activation

    def forward(self, batch):
        """batch: (samples, inputs) -> (samples, outputs)"""
        z = np.dot(batch, self.weights) + self.bias
        return self.activation(z)

    @property
    def size(self):
        return self.weights.size + self.bias.size

    def __repr__(self):
        outputs, inputs = self.weights.shape
        return f"Dense({inputs} -> {outputs}, {self.activation.__name__})"


class Network:
    def __init__(self, *layers):
        self.layers = layers

    def predict(self, batch):
        out = np.atleast_2d(batch)
        for layer in self.layers:
            out = layer.forward(out)
        return out

    def summary(self):
        lines = [repr(layer) for layer in self.layers]
        lines.append(f"{sum(layer.size for layer in self.layers)} parameters")
        return "\n".join(lines)
