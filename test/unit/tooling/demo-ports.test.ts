import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { claimDemoPorts, demoPorts } from '../../../tools/demo/demo-ports.ts';
import { frontDeskPort } from '../../../tools/demo/front-desk/front-desk.ts';

const page = join(import.meta.dirname, '../../../docs/http-warehouse.md');

describe('demoPorts', () => {
  it('knows each port at which the demo merchant has somebody called, once', () => {
    expect(demoPorts().toSorted()).toEqual([4593, 4594, 4595, 4596, 4597, 4598, 4599]);
  });

  it('has none at which the program of docs/http-warehouse.md listens: both may be up at once', () => {
    const [, port] = /PORT \?\? (\d+)/.exec(readFileSync(page, 'utf8')) ?? [];
    expect(Number(port)).toBeGreaterThan(0);
    expect([...demoPorts(), frontDeskPort]).not.toContain(Number(port));
  });
});

describe('claimDemoPorts', () => {
  it('says which port is taken, and what to do', async () => {
    const other = createServer();
    const port = await new Promise<number>((tell) => {
      other.listen(0, '127.0.0.1', () => tell(Object(other.address()).port));
    });

    await expect(claimDemoPorts([port])).rejects.toThrow(new RegExp(`${port}, which is taken.*--quiet`));
    await new Promise((closed) => other.close(closed));
    await expect(claimDemoPorts([port])).resolves.toBeUndefined();
  });
});
