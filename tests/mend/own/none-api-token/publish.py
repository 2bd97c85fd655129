"""Publish a note.  The secret token comes from the environment (PUBLISH_TOKEN)."""
import hashlib
import hmac
import os
import sys
from pathlib import Path


def sign(text, token):
    return hmac.new(token.encode(), text.encode(), hashlib.sha256).hexdigest()


def prepare(path):
    text = Path(path).read_text(encoding="utf-8")
    token = os.environ["PUBLISH_TOKEN"]
    return {"name": Path(path).stem, "text": text, "signature": sign(text, token)}


def main():
    note = prepare(sys.argv[1])
    print("ready:", note["name"], note["signature"][:10])


if __name__ == "__main__":
    main()
