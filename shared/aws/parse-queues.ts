import * as z from 'zod';
import { Fault } from '#shared/fault/fault.ts';

const shape = z.record(z.string().min(1), z.url());

/**
 * Reads an environment variable that names queues: JSON, queue URLs by source or by warehouse.
 * @throws Fault that says what it must be.
 */
export function parseQueues(text: string): Readonly<Record<string, string>> {
  try {
    return shape.parse(JSON.parse(text));
  } catch {
    const what = 'a list of queues must be JSON {"<source or warehouse>": "<queue URL>", ...}';
    throw new Fault('not-configured', what, { advice: 'deploy again: infra writes the list' });
  }
}
