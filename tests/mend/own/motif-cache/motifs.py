"""Count short motifs in DNA sequences.

Counting is slow for long sequences, so results are kept on disk between
runs (cache/, one pickle per function and arguments).
"""
import functools
import hashlib
import pickle
import shutil
from collections import Counter
from pathlib import Path

CACHE = Path("cache")


def disk_cache(folder=CACHE):
    """Decorator: keep the function's results as pickle files in folder."""

    def decorate(func):
        @functools.wraps(func)
        def wrapper(*args, **kwargs):
            key = hashlib.sha1(repr((func.__name__, args, sorted(kwargs.items()))).encode()).hexdigest()
            path = folder / f"{func.__name__}-{key[:12]}.pkl"
            if path.exists():
                wrapper.hits += 1
                with open(path, "rb") as fh:
                    return pickle.load(fh)
            result = func(*args, **kwargs)
            folder.mkdir(parents=True, exist_ok=True)
            with open(path, "w") as fh:
                pickle.dump(result, fh, protocol=pickle.HIGHEST_PROTOCOL)
            return result

        wrapper.hits = 0
        return wrapper

    return decorate


def read_fasta(text):
    """Yield (name, sequence) from FASTA text."""
    name, parts = None, []
    for line in text.splitlines():
        line = line.strip()
        if line.startswith(">"):
            if name:
                yield name, "".join(parts)
            name, parts = line[1:].split()[0], []
        elif line:
            parts.append(line.upper())
    if name:
        yield name, "".join(parts)


@disk_cache()
def count_motifs(sequence, size=3):
    """All motifs of the given size, overlapping ones too."""
    return Counter(sequence[i:i + size] for i in range(len(sequence) - size + 1))


def gc_content(sequence):
    return sum(base in "GC" for base in sequence) / len(sequence)


SAMPLE = """\
>seq1 forward read
ACGTACGTTACG
ACGT
>seq2 reverse read
gggcccatata
"""


def main():
    shutil.rmtree(CACHE, ignore_errors=True)
    for attempt in ("first", "second"):
        for name, sequence in read_fasta(SAMPLE):
            motifs = count_motifs(sequence, size=3)
            motif, times = motifs.most_common(1)[0]
            print(f"{attempt}: {name} len={len(sequence)} gc={gc_content(sequence):.2f} top={motif}x{times}")
    print("from the cache:", count_motifs.hits)


if __name__ == "__main__":
    main()
