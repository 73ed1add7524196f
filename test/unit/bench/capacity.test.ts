import { describe, expect, it } from 'vitest';
import { indexWriteUnits, itemBytes, readUnits, tableWriteUnits } from '../../bench/capacity.ts';

const text = (bytes: number) => ({ a: { S: 'x'.repeat(bytes - 1) } });
const indexed = (sort: string) => ({ gsi1pk: { S: 'OPEN' }, gsi1sk: { S: sort } });

describe('itemBytes', () => {
  it.each([
    ['a text by its UTF-8', { a: { S: '货' } }, 1 + 3],
    ['a number by its significant digits', { a: { N: '1200' } }, 1 + 2],
    [
      'a list and a map by 3 bytes, and 1 for each thing in it',
      { a: { L: [{ M: { b: { BOOL: true } } }] } },
      1 + 3 + (1 + 3 + 1 + 1 + 1),
    ],
    ['bytes as they are', { a: { B: new Uint8Array(10) } }, 1 + 10],
  ])('counts %s', (_, item, bytes) => {
    expect(itemBytes(item)).toBe(bytes);
  });
});

describe('tableWriteUnits', () => {
  it('is one for each KB begun, of the larger item', () => {
    expect(tableWriteUnits(undefined, text(1024))).toBe(1);
    expect(tableWriteUnits(undefined, text(1025))).toBe(2);
    expect(tableWriteUnits(text(3000), text(10))).toBe(3);
  });
});

describe('indexWriteUnits', () => {
  it('is one for an entry that comes or goes, two for one that moves, none for one that stays', () => {
    expect(indexWriteUnits({}, indexed('1'))).toBe(1);
    expect(indexWriteUnits(indexed('1'), {})).toBe(1);
    expect(indexWriteUnits(indexed('1'), indexed('2'))).toBe(2);
    expect(indexWriteUnits(indexed('1'), indexed('1'))).toBe(0);
  });
});

describe('readUnits', () => {
  it('is one for each 4 KB begun, half when not consistent, and not nothing for nothing', () => {
    expect(readUnits(4096, true)).toBe(1);
    expect(readUnits(4097, true)).toBe(2);
    expect(readUnits(4097, false)).toBe(1);
    expect(readUnits(0, true)).toBe(1);
  });
});
