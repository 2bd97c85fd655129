"""Count the k-mers of a sequence, both strands together."""
import sys

COMPLEMENT = str.maketrans("ACGT", "TGCA")

SEQUENCE = """
ATGCATGACCTTGAATGACCGGTA
CATGGTTAC
"""


def reverse_complement(seq):
    return seq.translate(COMPLEMENT)[::-1]


def canonical(kmer):
    """The smaller one of a k-mer and its reverse complement."""
    return min(kmer, reverse_complement(kmer))


def kmers(seq, k):
    for start in range(len(seq) - k + 1):
        yield seq[start:start + k]


def count_kmers(seq, k):
    counts = {}
    for kmer in kmers(seq, k):
        if "N" in kmer:
            continue
        kmer = canonical(kmer)
        counts[kmer] = counts[kmer] + 1
    return counts


def main():
    k = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    seq = "".join(SEQUENCE.split()).upper()
    counts = count_kmers(seq, k)
    for kmer in sorted(counts, key=lambda kmer: (-counts[kmer], kmer))[:5]:
        print(kmer, counts[kmer])
    print("different:", len(counts))
    print("in all:", sum(counts.values()))


if __name__ == "__main__":
    main()
