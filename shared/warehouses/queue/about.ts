import type { ConnectorAbout } from '../about.ts';

/** A WMS that reads its pre-advices from a queue; it is not called, and takes what there is. */
export const queueAbout = { connector: 'queue' } satisfies ConnectorAbout;
