"""Blur and edge filters on a small grey picture (made up here, no file needed)."""
import numpy as np

KERNELS = {
    "blur": [[1, 1, 1], [1, 1, 1], [1, 1, 1]],
    "edge": [[0, -1, 0], [-1, 4, -1], [0, -1, 0]],
}


def make_picture(size=8):
    picture = np.zeros((size, size), dtype=np.uint8)
    picture[2:6, 2:6] = 200
    return picture


def kernel(name):
    k = np.array(KERNELS[name], dtype=np.float)
    total = k.sum()
    return k / total if total else k


def convolve(picture, k):
    """Convolution of the inner pixels; the border stays as it is."""
    out = picture.astype(float)
    for y in range(1, picture.shape[0] - 1):
        for x in range(1, picture.shape[1] - 1):
            window = picture[y - 1:y + 2, x - 1:x + 2].astype(float)
            out[y, x] = (window * k).sum()
    return np.clip(out, 0, 255).round().astype(np.uint8)


def bounding_box(picture, threshold=100):
    """(top, left, bottom, right) of the pixels over the threshold."""
    rows, cols = np.nonzero(picture > threshold)
    return int(rows.min()), int(cols.min()), int(rows.max()), int(cols.max())


def show(picture):
    shades = " .:-=+*#%@"
    for row in picture:
        print("".join(shades[int(v) * (len(shades) - 1) // 255] * 2 for v in row))


if __name__ == "__main__":
    picture = make_picture()
    for name in KERNELS:
        result = convolve(picture, kernel(name))
        print(name, "mean", round(float(result.mean()), 2), "max", int(result.max()))
    print("square at", bounding_box(picture))
    show(convolve(picture, kernel("blur")))
