"""Makes the file of a small extension, as `vsce package` would, so that it is installed the way a user's are."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

_MANIFEST = """<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011">
  <Metadata><Identity Language="en-US" Id="{name}" Version="{version}" Publisher="{publisher}"/>
    <DisplayName>{name}</DisplayName><Description xml:space="preserve">{description}</Description></Metadata>
  <Installation><InstallationTarget Id="Microsoft.VisualStudio.Code"/></Installation>
  <Dependencies/>
  <Assets><Asset Type="Microsoft.VisualStudio.Code.Manifest" Path="extension/package.json" Addressable="true"/></Assets>
</PackageManifest>
"""
_TYPES = """<?xml version="1.0" encoding="utf-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
  <Default Extension=".json" ContentType="application/json"/>
  <Default Extension=".js" ContentType="application/javascript"/>
  <Default Extension=".vsixmanifest" ContentType="text/xml"/>
</Types>
"""


def packed(folder: Path, into: Path) -> Path:
    """The extension in a folder (package.json and plain JavaScript) as a .vsix file in `into`."""
    manifest = json.loads((folder / "package.json").read_text())
    file = into / f"{manifest['name']}.vsix"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("extension.vsixmanifest", _MANIFEST.format(**manifest))
        archive.writestr("[Content_Types].xml", _TYPES)
        for one in sorted(folder.rglob("*")):
            if one.is_file():
                archive.write(one, f"extension/{one.relative_to(folder).as_posix()}")
    return file
