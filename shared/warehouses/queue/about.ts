import * as z from 'zod';
import type { ConnectorAbout } from '../about.ts';

const reader = z.string().regex(/^arn:aws(-cn)?:iam::\d{12}:(role|user|root)/, 'must be the ARN of a role or a user');

/** Who of IAM may read the queue and delete from it, in whatever account; nobody else is let in. */
const settings = z.strictObject({ readers: z.array(reader).max(20) });

/** A WMS that reads its pre-advices from a queue (docs/queue-warehouse.md); it is not called, and takes what there is. */
export const queueAbout = { connector: 'queue', settings } satisfies ConnectorAbout<z.output<typeof settings>>;
