"""The build hook: puts the knowledge base into the wheel, with its compiled index beside it.

Entries, shared causes and tables lie under `tracemend/data/`; proofs stay in the source distribution. An editable
installation reads the checkout's own folder instead.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class KnowledgeHook(BuildHookInterface[Any]):
    """Adds `tracemend/data/` to a wheel. A knowledge base with faults is not shipped: the build ends with them."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called before the files are gathered; `version` is `standard` or `editable`."""
        if self.target_name != "wheel" or version == "editable":
            return
        root = Path(self.root)
        folder = root / "knowledge"
        included = build_data["force_include"]
        for file in sorted(folder.rglob("*.yaml")):
            inside = file.relative_to(folder)
            # A folder with a dot in its name is a proof's, and what lies in it is the proof's own.
            if not any("." in part for part in inside.parent.parts):
                included[str(file)] = f"tracemend/data/{inside.as_posix()}"
        self._scratch = tempfile.TemporaryDirectory(prefix="tracemend-build-")
        made = Path(self._scratch.name)
        _compile(root / "server", folder, made)
        for file in sorted(made.rglob("*")):
            if file.is_file():
                included[str(file)] = f"tracemend/data/{file.relative_to(made).as_posix()}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Called when the wheel is written."""
        if hasattr(self, "_scratch"):
            self._scratch.cleanup()


def _compile(server: Path, folder: Path, out: Path) -> None:
    """Compile the knowledge in `folder` with the package that is being built: the index and the tables, into `out`."""
    sys.path.insert(0, str(server))
    try:
        from tracemend.knowledge.packs import Pack, content_hash
        from tracemend.knowledge.tables import compile_tables
        from tracemend.matching import cache
        from tracemend.matching.store import Stored

        pack = Pack("builtin", folder, builtin=True)
        data = cache.compiled(pack, content_hash(pack))
        faults = Stored.of_bytes(data).head["faults"]
        if faults:
            raise ValueError(f"the knowledge base has faults; run `tracemend knowledge check`. The first: {faults[0]}")
        (out / cache.SHIPPED).write_bytes(data)
        compile_tables(folder / "tables", out / "tables")
    finally:
        sys.path.remove(str(server))
