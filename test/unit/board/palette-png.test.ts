import { deflateSync, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { writePalettePng } from '../../../tools/board/palette-png.ts';
import { readPng } from '../../../tools/board/raster.ts';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)]);
}

function pngOf(width: number, rows: readonly (readonly number[])[], kind: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(rows.length, 4);
  header.set([8, kind, 0, 0, 0], 8);
  const bytes = Buffer.from(rows.flat());
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(bytes))]);
}

/** By the palette of a PNG that was written here. */
function coloursIn(png: Buffer): number[] {
  const dataOf = (type: string) => {
    const at = png.indexOf(type, 8, 'latin1');
    return png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4));
  };
  const [palette, rows, width] = [dataOf('PLTE'), inflateSync(dataOf('IDAT')), dataOf('IHDR').readUInt32BE(0)];
  return [...rows].flatMap((place, at) => (at % (width + 1) === 0 ? [] : [palette.readUIntBE(place * 3, 3)]));
}

describe('readPng', () => {
  it.each<[string, number, readonly (readonly number[])[]]>([
    ['no filter', 2, [[0, 1, 2, 3, 4, 5, 6]]],
    ['what is left of it', 2, [[1, 1, 2, 3, 3, 3, 3]]],
    ['four channels', 6, [[0, 1, 2, 3, 255, 4, 5, 6, 255]]],
  ])('reads rows with %s', (_what, kind, rows) => {
    expect([...readPng(pngOf(2, rows, kind)).colours]).toEqual([0x010203, 0x040506]);
  });

  it.each([
    ['what is above', 2, [0, 0, 0]],
    ['both', 3, [9, 9, 9]],
    ['the nearest of three', 4, [0, 0, 0]],
  ])('reads a row by %s', (_what, filter, told) => {
    const rows = [
      [0, 18, 18, 18],
      [filter, ...told],
    ];

    expect([...readPng(pngOf(1, rows, 2)).colours]).toEqual([0x121212, 0x121212]);
  });

  it('refuses what no browser writes', () => {
    expect(() => readPng(pngOf(1, [[0, 1]], 0))).toThrow('of another kind');
  });
});

describe('writePalettePng', () => {
  it('keeps up to 256 colours as they are', () => {
    const colours = Uint32Array.from({ length: 256 }, (_, at) => at * 257);

    expect(coloursIn(writePalettePng({ width: 16, height: 16, colours }))).toEqual([...colours]);
  });

  it('keeps the colours of surfaces, and of those that are left what looks most alike', () => {
    const many = Array.from({ length: 5000 }, (_, at) => at * 3355);
    const colours = Uint32Array.from([...new Array<number>(5000).fill(0x0a4fc4), ...many]);
    const written = coloursIn(writePalettePng({ width: 100, height: 100, colours }));

    expect(written.slice(0, 5000).every((colour) => colour === 0x0a4fc4)).toBe(true);
    expect(new Set(written).size).toBeLessThanOrEqual(256);
  });
});
