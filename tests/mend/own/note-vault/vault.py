"""A vault for short notes.  Usage: vault.py show FILE"""
import base64
import hashlib
import hmac
import json
import sys


class WrongPassword(Exception):
    pass


def derive(password: bytes, salt: bytes) -> bytes:
    return hashlib.pbkdf2_hmac("sha256", password, salt, 50_000)


def stream(key: bytes, n: int) -> bytes:
    out = b""
    block = 0
    while len(out) < n:
        out += hashlib.sha256(key + block.to_bytes(4, "big")).digest()
        block += 1
    return out[:n]


def seal(text: str, password: bytes, salt: bytes) -> dict:
    key = derive(password, salt)
    data = text.encode()
    body = bytes(a ^ b for a, b in zip(data, stream(key, len(data))))
    tag = hmac.new(key, body, "sha256").digest()
    return {k: base64.b64encode(v).decode() for k, v in (("salt", salt), ("body", body), ("tag", tag))}


def unseal(box: dict, password: bytes) -> str:
    salt, body, tag = (base64.b64decode(box[k]) for k in ("salt", "body", "tag"))
    key = derive(password, salt)
    if not hmac.compare_digest(tag, hmac.new(key, body, "sha256").digest()):
        raise WrongPassword("the password does not open this vault")
    return bytes(a ^ b for a, b in zip(body, stream(key, len(body)))).decode()


def main(argv: list[str]) -> None:
    if len(argv) != 3 or argv[1] != "show":
        sys.exit(__doc__)
    with open("passphrase", "rb") as f:
        password = f.read().strip()
    with open(argv[2]) as f:
        print(unseal(json.load(f), password))


if __name__ == "__main__":
    main(sys.argv)
