import { createMemoryTable } from '../memory/memory-table.ts';
import { describeStore, storeNow, storeRawDays } from './store-contract.ts';

describeStore('memory table', async () =>
  createMemoryTable({
    rawDays: storeRawDays,
    now: () => storeNow,
    pause: () => new Promise((resume) => setImmediate(resume)),
  }),
);
