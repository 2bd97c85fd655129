"""Make a test tone with a soft beginning and a silent tail."""
import numpy as np

RATE = 1000


def tone(freq: float, seconds: float) -> np.ndarray:
    t = np.arange(int(seconds * RATE)) / RATE
    return np.sin(2 * np.pi * freq * t)


def fade_in(signal: np.ndarray, seconds: float) -> np.ndarray:
    """Scale the first *seconds* from 0 to 1, leave the rest as it is."""
    n = int(seconds * RATE)
    ramp = np.linspace(0.0, 1.0, n)
    return np.concatenate(
        signal[:n] * ramp,
        signal[n:],
    )


def pad(signal: np.ndarray, seconds: float) -> np.ndarray:
    return np.pad(signal, (0, int(seconds * RATE)))


def loudest(signal: np.ndarray, window: int = 20) -> int:
    """Index of the window with the most energy."""
    usable = signal[: signal.size // window * window]
    energy = (usable.reshape(-1, window) ** 2).sum(axis=1)
    return int(energy.argmax())


def to_int16(signal: np.ndarray) -> np.ndarray:
    clipped = np.clip(signal, -1.0, 1.0)
    return np.round(clipped * 32767).astype(np.int16)


def describe(signal: np.ndarray) -> None:
    print("samples:", signal.size)
    print(f"peak: {np.abs(signal).max():.2f}")
    print("first:", float(signal[0]))
    print(f"rms: {np.sqrt(np.mean(signal ** 2)):.3f}")


if __name__ == "__main__":
    result = pad(fade_in(tone(50, 0.3), 0.05), 0.1)
    describe(result)
    print("loudest window:", loudest(result))
    print("bytes:", to_int16(result).nbytes)
