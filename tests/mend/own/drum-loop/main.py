"""Builds a drum loop as samples and finds the beats again."""
import numpy as np

RATE = 2000


def click(length, decay=40.0):
    t = np.arange(length) / RATE
    return np.cos(2 * np.pi * 200 * t) * np.exp(-decay * t)


def loop(pattern, step):
    """Samples for a pattern such as 'x.x.'; `step` samples for each place."""
    samples = np.zeros(len(pattern) * step, dtype=np.float)
    sound = click(step)
    for place, mark in enumerate(pattern):
        if mark == "x":
            samples[place * step:(place + 1) * step] += sound
    return samples


def normalise(samples):
    return samples / np.abs(samples).max()


def beats(samples, threshold=0.9, gap=200):
    found = []
    for index in np.flatnonzero(samples > threshold):
        if not found or index - found[-1] > gap:
            found.append(int(index))
    return found


if __name__ == "__main__":
    samples = normalise(loop("x.x.x.x.", 500))
    print("samples:", samples.size)
    print(f"peak {samples.max():.2f}")
    print("beats at", beats(samples))
