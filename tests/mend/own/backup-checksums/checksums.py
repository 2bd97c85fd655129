"""Compute checksums of backup files concurrently and compare with a manifest."""

import asyncio
import hashlib
import json
import tempfile
from pathlib import Path
from typing import Dict, Iterable, List, NamedTuple


class Verdict(NamedTuple):
    name: str
    ok: bool
    digest: str


def sha1_of(path: Path, block: int = 1 << 16) -> str:
    """Blocking: read the file piece by piece."""
    digest = hashlib.sha1()
    with open(path, "rb") as handle:
        while chunk := handle.read(block):
            digest.update(chunk)
    return digest.hexdigest()


class Verifier:
    def __init__(self, manifest: Dict[str, str], root: Path) -> None:
        self.manifest = manifest
        self.root = root

    async def check(self, name: str) -> Verdict:
        loop = asyncio.get_running_loop()
        path = self.root / name
        digest = await loop.run_in_executor(None, sha1_of(path))
        return Verdict(name, digest == self.manifest[name], digest)

    async def check_all(self) -> List[Verdict]:
        jobs = [self.check(name) for name in sorted(self.manifest)]
        return list(await asyncio.gather(*jobs))


def write_sample(root: Path) -> Dict[str, str]:
    """Three files; the manifest is wrong about the last one."""
    manifest = {}
    for name, text in [("a.db", "alpha" * 1000), ("b.db", "beta" * 50), ("c.db", "gamma")]:
        (root / name).write_text(text)
        manifest[name] = hashlib.sha1(text.encode()).hexdigest()
    manifest["c.db"] = "0" * 40
    return manifest


def report(verdicts: Iterable[Verdict]) -> int:
    bad = 0
    for v in verdicts:
        print(v.name, "ok" if v.ok else "CHANGED", v.digest[:8])
        bad += not v.ok
    return bad


async def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        manifest = write_sample(root)
        (root / "manifest.json").write_text(json.dumps(manifest))
        verdicts = await Verifier(manifest, root).check_all()
    print("changed files:", report(verdicts))


asyncio.run(main())
