from __future__ import annotations

from pathlib import Path

import yaml
from pydantic import BaseModel, Field, HttpUrl


class Listen(BaseModel):
    host: str = "127.0.0.1"
    port: int = Field(ge=1, le=65535)


class Upstream(BaseModel):
    url: HttpUrl
    weight: int = Field(default=1, gt=0)


class Gateway(BaseModel):
    name: str
    listen: Listen
    upstreams: list[Upstream]

    def shares(self) -> dict[str, float]:
        total = sum(u.weight for u in self.upstreams)
        return {str(u.url): u.weight / total for u in self.upstreams}


def load(path: Path) -> Gateway:
    return Gateway.model_validate(yaml.safe_load(path.read_text()))


if __name__ == "__main__":
    gw = load(Path("gateway.yaml"))
    print(f"{gw.name} listens on {gw.listen.host}:{gw.listen.port}")
    for url, share in gw.shares().items():
        print(f"  {url:<28} {share:.0%}")
