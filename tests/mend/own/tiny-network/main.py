"""XOR with hand made weights."""
import numpy as np

from network import Dense, Network, relu, sigmoid

hidden = Dense(
    weights=[[1, 1], [1, 1], [0.5, 0.5]],
    bias=[0, -1, 0],
    activation=relu,
)
output = Dense(weights=[[10, -20, 0]], bias=[-5], activation=sigmoid)
net = Network(hidden, output)
print(net.summary())

inputs = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
answers = net.predict(inputs)

for pair, answer in zip(inputs, answers[:, 0]):
    print(pair.tolist(), "->", int(answer > 0.5), f"({answer:.3f})")
print("shape of the answers:", answers.shape)
