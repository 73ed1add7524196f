import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findCycle, floors, importsOf, readImports, upwardArrows } from './import-walk.ts';

const root = join(import.meta.dirname, '../../..');
const files = ['functions', 'infra', 'shared', 'tools'].flatMap((top) =>
  readdirSync(join(root, top), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => `${top}/${path}`),
);
const ofProduct = readImports(root, files).filter(({ to }) => !to.startsWith('test/'));

describe('the imports of the house', () => {
  it('point down, floor by floor', () => {
    expect(ofProduct.length).toBeGreaterThan(1000);
    expect(upwardArrows(ofProduct)).toEqual([]);
  });

  it('come back to no file', () => {
    expect(findCycle(ofProduct)).toBeUndefined();
  });

  it('reach the simulated senders of the tests from tools alone', () => {
    const outside = readImports(root, files).filter(({ to }) => to.startsWith('test/'));

    expect(outside.filter(({ from }) => !from.startsWith('tools/'))).toEqual([]);
  });

  it('come from a room that the table names', () => {
    const rooms = floors.flat().filter((room) => room.startsWith('shared/'));
    const folders = readdirSync(join(root, 'shared')).map((name) => `shared/${name}`);

    expect(folders.sort()).toEqual(rooms.sort());
  });
});

describe('upwardArrows', () => {
  const arrow = (from: string, to: string) => upwardArrows(importsOf(from, `import { a } from '${to}';\n`));

  it.each([
    ['shared/returns/fold.ts', '#shared/policy/policy.ts'],
    ['shared/returns/fold.ts', '../policy/policy.ts'],
    ['shared/sources/source.ts', '#shared/policy/policy.ts'],
    ['shared/sources/shopify/about.ts', './client.ts'],
    ['shared/warehouses/about.ts', '#shared/merchant/merchant.ts'],
    ['shared/recording/refold.ts', '#shared/store/table.ts'],
    ['shared/clocks/sweep.ts', '#shared/aws/queue.ts'],
    ['shared/aws/queue.ts', '../../functions/read-store/handler.ts'],
    ['infra/app.ts', '../functions/read-store/handler.ts'],
    ['shared/nowhere/new.ts', '#shared/returns/fold.ts'],
  ])('finds one from %s to %s', (from, to) => {
    expect(arrow(from, to)).toHaveLength(1);
  });

  it.each([
    ['shared/returns/fold.ts', './note.ts'],
    ['shared/sources/shopify/observe.ts', '../source.ts'],
    ['shared/sources/shopify/client.ts', './about.ts'],
    ['shared/merchant/merchant.ts', '#shared/warehouses/abouts.ts'],
    ['functions/read-store/handler.ts', '#shared/aws/queue.ts'],
    ['tools/demo/start.ts', '../../infra/merchant.ts'],
  ])('finds none from %s to %s', (from, to) => {
    expect(arrow(from, to)).toEqual([]);
  });
});

describe('findCycle', () => {
  it('finds the way round, of types too', () => {
    const imports = [
      ...importsOf('shared/a/one.ts', "import type { Two } from './two.ts';\n"),
      ...importsOf('shared/a/two.ts', "import { three } from '#shared/a/three.ts';\n"),
      ...importsOf('shared/a/three.ts', "const { one } = await import('./one.ts');\n"),
    ];

    expect(findCycle(imports)).toEqual(['shared/a/one.ts', 'shared/a/two.ts', 'shared/a/three.ts', 'shared/a/one.ts']);
  });
});
