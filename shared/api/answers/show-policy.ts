import type { Revisions } from '#shared/policy/revisions.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import { answering } from '../answering.ts';
import { showPolicy as contract } from '../contract/show-policy.ts';
import { policyViewOf } from '../policy-view.ts';

interface Policies {
  read(): Promise<Revisions>;
}

interface Needs {
  readonly policies: Policies;
  readonly now: () => Instant;
}

export const showPolicy = answering(contract, async ({ policies, now }: Needs) => {
  return { reply: policyViewOf(await policies.read(), now()) };
});
