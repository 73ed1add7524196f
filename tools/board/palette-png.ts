import { crc32, deflateSync } from 'node:zlib';
import type { Raster } from './raster.ts';

const most = 256;
/** Colours that are nearer to each other than this look alike. */
const alike = 40;

/** Writes a picture with 256 colours at most, which is a third of what a browser writes; those of its surfaces are kept as they are. */
export function writePalettePng({ width, height, colours }: Raster): Buffer {
  const palette = paletteOf(colours);
  const places = new Map<number, number>();
  const rows = Buffer.alloc(height * (width + 1));
  for (const [at, colour] of colours.entries()) {
    const place = places.get(colour) ?? nearest(palette, colour).place;
    places.set(colour, place);
    rows[Math.floor(at / width) * (width + 1) + 1 + (at % width)] = place;
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const listed = Buffer.from(palette.flatMap(partsOf));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', listed),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The most frequent first, and no two that look alike where there are more than there is room for. */
function paletteOf(colours: Uint32Array): number[] {
  const counts = new Map<number, number>();
  for (const colour of colours) {
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const frequent = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([colour]) => colour);
  if (frequent.length <= most) {
    return frequent;
  }
  const palette: number[] = [];
  for (const colour of frequent) {
    if (palette.length < most && (palette.length === 0 || nearest(palette, colour).distance >= alike)) {
      palette.push(colour);
    }
  }
  return palette;
}

function nearest(palette: readonly number[], colour: number): { readonly place: number; readonly distance: number } {
  let best = { place: 0, distance: Number.POSITIVE_INFINITY };
  for (const [place, each] of palette.entries()) {
    const distance = distanceOf(each, colour);
    best = distance < best.distance ? { place, distance } : best;
  }
  return best;
}

function distanceOf(a: number, b: number): number {
  const [red, green, blue] = [16, 8, 0].map((shift) => ((a >> shift) & 255) - ((b >> shift) & 255)) as [
    number,
    number,
    number,
  ];
  return red * red + green * green + blue * blue;
}

function partsOf(colour: number): number[] {
  return [16, 8, 0].map((shift) => (colour >> shift) & 255);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  checksum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, checksum]);
}
