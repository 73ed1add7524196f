import type * as z from 'zod';
import { Fault } from '#shared/fault/fault.ts';
import { schemaWords } from '#shared/fault/schema-words.ts';

const mostNamed = 3;

/** Says of a stored policy which fields are wrong and what was expected there, never what stands there. */
export function policyNotValid(revision: string, { issues }: z.ZodError): Fault {
  const wrong = issues.map(({ path, message }) =>
    [path.map(String).join('.'), schemaWords(message)].filter(Boolean).join(': '),
  );
  const more = wrong.length > mostNamed ? [`${wrong.length - mostNamed} more`] : [];
  const what = [...wrong.slice(0, mostNamed), ...more].join('; ');
  const advice = `mend ${what}. Store a right one, and remove the wrong one`;
  return new Fault('policy-not-valid', `the stored policy ${revision} is none`, { advice });
}
