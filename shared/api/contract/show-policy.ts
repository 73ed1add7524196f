import * as z from 'zod';
import { demoPolicy } from '#shared/policy/demo-policy.ts';
import { policySchema } from '#shared/policy/policy.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import { instant, text } from '#shared/returns/record/values.ts';
import { contract } from '../contract.ts';

const fault = z.object({ code: text, advice: text });

const revision = z
  .object({
    revision: text,
    effectiveAt: z.exactOptional(instant),
    bundled: z.exactOptional(z.literal(true)).describe('a deployment brought it, and a merchant’s is laid over it'),
    state: z.enum(['not-valid', 'over', 'in-force', 'later']),
    fault: z.exactOptional(fault).describe('what is wrong with it, and what to do'),
  })
  .meta({ id: 'PolicyRevision', description: 'A stored policy and how it stands.' });

export const showPolicy = contract({
  summary: { 'zh-CN': '现行规则，以及存放的各个版本', en: 'The policy in force, and the revisions that are stored' },
  reply: z.object({
    inForce: policySchema.describe('what a case goes by that is first heard of now'),
    warnings: z.array(fault).describe('what will have to be mended in it before long'),
    revisions: z.array(revision),
  }),
  example: {
    reply: {
      inForce: demoPolicy,
      warnings: [],
      revisions: [{ revision: 'r-2', effectiveAt: '2026-04-01T00:00:00.000Z' as Instant, state: 'later' }],
    },
  },
});
