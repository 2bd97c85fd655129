"""Moving average and peak search on a recorded signal."""
import numpy as np


def record(n=300, seed=3):
    rng = np.random.default_rng(seed)
    t = np.arange(n)
    clean = np.sin(2 * np.pi * t / 100)
    return clean, clean + rng.normal(0, 0.3, n)


def smooth(values, window=9):
    """Moving average, `window` samples wide; the ends are padded with their neighbours."""
    if window % 2 == 0:
        raise ValueError("window must be odd")
    values = np.asarray(values, dtype=np.float)
    half = window // 2
    padded = np.pad(values, half, mode="edge")
    kernel = np.ones(window) / window
    return np.convolve(padded, kernel, mode="valid")


def peaks(values, level, apart):
    """Indices of the largest value of every stretch above `level`."""
    found = []
    above = np.flatnonzero(values > level)
    if above.size == 0:
        return np.array([], dtype=int)
    for run in np.split(above, np.flatnonzero(np.diff(above) > apart) + 1):
        found.append(run[np.argmax(values[run])])
    return np.array(found)


def crossings(values, level=0.0):
    """Indices after which the signal goes up through `level`."""
    below = values[:-1] < level
    above = values[1:] >= level
    return np.flatnonzero(below & above)


def period(values):
    """Mean distance of the upward crossings, or None if there is just one."""
    ups = crossings(values)
    if len(ups) < 2:
        return None
    return float(np.diff(ups).mean())


def describe(name, values):
    print(
        f"{name:<6} n={values.size} mean={values.mean():+.2f}"
        f" min={values.min():+.2f} max={values.max():+.2f}"
    )


def main():
    clean, noisy = record()
    describe("raw", noisy)
    calm = smooth(noisy)
    print("noise before %.2f after %.2f" % (np.std(noisy - clean), np.std(calm - clean)))
    print("period", period(clean))
    print("peaks at", peaks(smooth(clean), level=0.8, apart=20))


if __name__ == "__main__":
    main()
