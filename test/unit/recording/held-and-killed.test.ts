import { describe, expect, it } from 'vitest';
import { recordTogether } from '#shared/recording/record-together.ts';
import { takeMessage } from '#shared/recording/taken.ts';
import type { CaseFact } from '#shared/returns/case/facts.ts';
import { createSenders } from '../../memory/lives.ts';
import { plainDelivery } from '../../memory/plain-observer.ts';
import { minute } from '../../memory/script.ts';
import { createSimulation } from '../../memory/simulation.ts';

const key = 'test:a:C1';
const alias = { kind: 'case-id', value: key } as const;

/*
 * A warehouse spoke of a case that nobody knew. The worker held its word under the name and was killed before it looked again; meanwhile the case came, and whoever looked for
 * what waits had looked already. The word counted when it came again, and stood among what waits for as long as it was kept.
 */
describe('a worker that is killed after it held a delivery', () => {
  it('leaves nothing that waits once the delivery came again and its case is known', async () => {
    const simulation = createSimulation();
    const { aliases } = simulation.table;
    const facts: CaseFact[] = [{ fact: 'received', receiptId: 'R1', warehouseId: 'east', at: minute(5), lines: [] }];
    const ref = { caseKey: key };
    const word = plainDelivery({ id: 'd7', channel: 'wms', receivedAt: minute(5) }, [{ about: 'case', ref, facts }]);
    simulation.post({ kind: 'delivery', delivery: createSenders().shop(0, 'C1', { fact: 'requested' }) });
    await simulation.settle();
    await aliases.hold(alias, { source: 'test', channel: 'wms', id: 'd7' });

    const again = { messageId: 'm1', isAgain: true };
    const taken = takeMessage(simulation.recorder, { kind: 'delivery', delivery: word }, again);
    expect(await recordTogether(simulation.recorder, [taken])).toMatchObject([{ outcome: 'applied' }]);

    expect(await aliases.readHeld(alias)).toEqual([]);
  });
});
