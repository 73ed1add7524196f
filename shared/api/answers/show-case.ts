import type { Instant } from '#shared/returns/record/instant.ts';
import { answeringOfCase } from '../answering.ts';
import { caseViewOf } from '../case-view.ts';
import { showCase as contract } from '../contract/show-case.ts';

interface Needs {
  readonly now: () => Instant;
}

export const showCase = answeringOfCase(contract, async ({ now }: Needs, { record }) => {
  return await Promise.resolve({ reply: caseViewOf(record, now()) });
});
