"""Hands out signed access tokens and checks them again."""
import base64
import hashlib
import hmac
import json
from datetime import datetime, timedelta, timezone
from enum import Enum, auto


class Verdict(Enum):
    VALID = auto()
    EXPIRED = auto()
    FORGED = auto()


class TokenService:
    def __init__(self, secret: bytes, lifetime: timedelta = timedelta(minutes=15)):
        self._secret = secret
        self.lifetime = lifetime

    # -- making ---------------------------------------------------------

    def issue(self, subject: str, *, lifetime: timedelta | None = None) -> str:
        expires = datetime.now(timezone.utc) + (lifetime or self.lifetime)
        claims = {"sub": subject, "exp": expires.isoformat(timespec="seconds")}
        body = base64.urlsafe_b64encode(json.dumps(claims).encode())
        return f"{body.decode()}.{self._sign(body)}"

    def _sign(self, body: bytes) -> str:
        return hmac.new(self._secret, body, hashlib.sha256).hexdigest()

    # -- checking -------------------------------------------------------

    def check(self, token: str) -> tuple[Verdict, str | None]:
        body, _, signature = token.rpartition(".")
        if not hmac.compare_digest(self._sign(body.encode()), signature):
            return Verdict.FORGED, None
        claims = json.loads(base64.urlsafe_b64decode(body))
        if self._is_over(claims):
            return Verdict.EXPIRED, claims["sub"]
        return Verdict.VALID, claims["sub"]

    @staticmethod
    def _is_over(claims: dict) -> bool:
        expires = datetime.fromisoformat(claims["exp"])
        return expires < datetime.now()


def self_test() -> None:
    service = TokenService(b"not so secret")
    fresh = service.issue("ada")
    stale = service.issue("bob", lifetime=timedelta(minutes=-5))
    forged = fresh[:-1] + ("0" if fresh[-1] != "0" else "1")
    for label, token in [("forged", forged), ("fresh", fresh), ("stale", stale)]:
        verdict, subject = service.check(token)
        print(f"{label}: {verdict.name} {subject}")


if __name__ == "__main__":
    self_test()
