import json
import sys
from collections import Counter, defaultdict


def load_messages(path):
    """Every line of the export is one message."""
    with open(path, encoding="utf-8") as f:
        messages = json.load(f)
    return messages


def per_author(messages):
    authors = defaultdict(list)
    for message in messages:
        authors[message["from"]].append(message["text"])
    return authors


def most_used_words(messages, how_many=3):
    """The most frequent words with more than two letters."""
    counts = Counter()
    for message in messages:
        for word in message["text"].lower().split():
            word = word.strip("!?.,")
            if len(word) > 2:
                counts[word] += 1
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [word for word, _ in ranked[:how_many]]


def longest_pause(messages):
    pause = 0
    for before, after in zip(messages, messages[1:]):
        pause = max(pause, after["at"] - before["at"])
    return pause


def main(argv):
    path = argv[1] if len(argv) > 1 else "messages.jsonl"
    messages = load_messages(path)
    print(len(messages), "messages")
    for author, texts in sorted(per_author(messages).items()):
        words = sum(len(t.split()) for t in texts)
        print("  %-5s %2d messages %3d words" % (author, len(texts), words))
    print("words:", ", ".join(most_used_words(messages)))
    print("longest pause:", longest_pause(messages), "seconds")


if __name__ == "__main__":
    main(sys.argv)
