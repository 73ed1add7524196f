import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';

const bundledPlace = /(\/[^()]+\.js):(\d+):(\d+)/;
const maps = new Map<string, SourceMap | undefined>();

/**
 * A stack's frame with its place in our sources, where it names one in a bundle. The bundle's map is read when the first fault is told of:
 * node's own `--enable-source-maps` reads it at every cold start, which was a fifth of the load.
 */
export function toSource(frame: string): string {
  return frame.replace(bundledPlace, (bundled: string, file: string, line: string, column: string) => {
    const origin = mapOf(file)?.findOrigin(Number(line), Number(column));
    return origin && 'fileName' in origin
      ? `${origin.fileName.replace(/^(\.\.\/)+/, '')}:${origin.lineNumber}:${origin.columnNumber}`
      : bundled;
  });
}

function mapOf(file: string): SourceMap | undefined {
  if (!maps.has(file)) {
    maps.set(file, readMap(`${file}.map`));
  }
  return maps.get(file);
}

/** @returns undefined for a file without a map, as node's own are. */
function readMap(file: string): SourceMap | undefined {
  try {
    return new SourceMap(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}
