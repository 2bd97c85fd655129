/** Links of a card as the Markdown preview follows them. Knows nothing of VS Code but that. */

import * as path from "node:path";

const LINK = /\[((?:[^\]\\\n]|\\.)*)\]\(file:\/\/([^)#\s]*)(#L\d+)?\)/g;

/**
 * A card whose links to files begin with `/`, which the preview takes for the workspace's folder `root` (a URI's path);
 * it shows `file:` links as they are written. Where no such link can be made, its text stays.
 */
export function withFileLinks(markdown: string, root: string | undefined): string {
  return markdown.replace(LINK, (_, label: string, target: string, line: string | undefined) => {
    const file = withSmallDrive(decodeURIComponent(target));
    const folder = withSmallDrive(root ?? "");
    if (root === undefined || DRIVE.exec(file)?.[0] !== DRIVE.exec(folder)?.[0]) {
      return label;
    }
    return `[${label}](/${path.posix.relative(folder, file).split("/").map(escaped).join("/")}${line ?? ""})`;
  });
}

const DRIVE = /^\/[a-z]:/i;

function withSmallDrive(file: string): string {
  return file.replace(DRIVE, (drive) => drive.toLowerCase());
}

/** One name of a path, for a link of Markdown. */
function escaped(name: string): string {
  return encodeURIComponent(name).replace(/[()]/g, (char) => (char === "(" ? "%28" : "%29"));
}
