import { calendarsOf } from '#shared/policy/calendars-of.ts';
import type { Policy } from '#shared/policy/policy.ts';
import type { PolicySource } from '#shared/recording/ports.ts';

/** One policy, always in force. */
export function fixedPolicy(policy: Policy): PolicySource {
  return { inForceAt: async () => policy, calendars: async () => calendarsOf(policy) };
}
