import { inflateSync } from 'node:zlib';

/** A picture, each point a colour as `0xRRGGBB`, row by row. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly colours: Uint32Array;
}

const signatureBytes = 8;
/** Of a chunk: its length and type before its data, its checksum behind. */
const headBytes = 8;
const tailBytes = 4;

/** Reads a PNG as browsers write them: eight bits a channel, with or without transparency, which is left out. @throws Error for any other. */
export function readPng(png: Buffer): Raster {
  const chunks = [...chunksOf(png)];
  const header = chunks.find(([type]) => type === 'IHDR')?.[1] ?? Buffer.alloc(13);
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const [depth, kind, interlaced] = [header[8], header[9], header[12]];
  const channels = kind === 6 ? 4 : 3;
  if (depth !== 8 || (kind !== 2 && kind !== 6) || interlaced !== 0) {
    throw new Error(`this PNG is of another kind: depth ${depth}, colours ${kind}, interlaced ${interlaced}`);
  }
  const packed = Buffer.concat(chunks.filter(([type]) => type === 'IDAT').map(([, data]) => data));
  const told = inflateSync(packed);
  const bytes = unfiltered(told, { rows: height, rowBytes: width * channels, channels });
  const placeOf = (at: number) => placeIn({ rowBytes: width * channels, channels }, Math.floor(at / width), at % width);
  const colours = Uint32Array.from({ length: width * height }, (_, at) => bytes.readUIntBE(placeOf(at), 3));
  return { width, height, colours };
}

function* chunksOf(png: Buffer): Generator<readonly [type: string, data: Buffer]> {
  for (let at = signatureBytes; at < png.length; ) {
    const length = png.readUInt32BE(at);
    yield [png.toString('latin1', at + 4, at + headBytes), png.subarray(at + headBytes, at + headBytes + length)];
    at += headBytes + length + tailBytes;
  }
}

interface Rows {
  readonly rows: number;
  readonly rowBytes: number;
  readonly channels: number;
}

/** Where a point stands among the bytes of {@link unfiltered}: a row of nothing is above the first, and a point of nothing before each row. */
function placeIn({ rowBytes, channels }: Omit<Rows, 'rows'>, row: number, column: number): number {
  return (row + 1) * (rowBytes + channels) + (column + 1) * channels;
}

/** Each byte is told by how it differs from those left of it, above, or both: by the first byte of its row. */
function unfiltered(told: Buffer, { rows, rowBytes, channels }: Rows): Buffer {
  const stride = rowBytes + channels;
  const bytes = Buffer.alloc((rows + 1) * stride);
  const byteAt = (at: number) => bytes[at] ?? 0;
  for (let row = 0; row < rows; row += 1) {
    const from = row * (rowBytes + 1);
    const predict = predictors[told[from] ?? 0] ?? nothing;
    const first = placeIn({ rowBytes, channels }, row, 0);
    for (let at = 0; at < rowBytes; at += 1) {
      const here = first + at;
      const guess = predict(byteAt(here - channels), byteAt(here - stride), byteAt(here - stride - channels));
      bytes[here] = (told[from + 1 + at] ?? 0) + guess;
    }
  }
  return bytes;
}

type Predict = (left: number, above: number, corner: number) => number;
const nothing: Predict = () => 0;

/** By the number of the filter (PNG specification, 9.2). */
const predictors: readonly Predict[] = [
  nothing,
  (left) => left,
  (_, above) => above,
  (left, above) => (left + above) >> 1,
  (left, above, corner) => {
    const [byLeft, byAbove, byCorner] = [above - corner, left - corner, left + above - 2 * corner].map(Math.abs) as [
      number,
      number,
      number,
    ];
    return byLeft <= byAbove && byLeft <= byCorner ? left : byAbove <= byCorner ? above : corner;
  },
];
