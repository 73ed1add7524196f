import * as z from 'zod';

/** Where a notice and a page lead to. */
export const linksSchema = z.strictObject({
  /** The page of a case, with `{key}` where its key stands. */
  case: z.string().includes('{key}', 'must have {key} where the key of the case stands').optional(),
  /** By source: the page of a case in the store's own back office. */
  backOffice: z.record(z.string(), z.string()).default({}),
});
