import type { Fault } from '#shared/fault/fault.ts';
import { writeLine } from './write-line.ts';

/** Lines of what is wrong, or will be, with stored policy. */
export const policyLines = {
  onFault: (revision: string, fault: Fault): void =>
    writeLine('stored-policy', {
      line: { revision, outcome: fault.code },
      metric: { name: 'PolicyNotValid' },
      fault,
    }),
  onWarning: (revision: string, fault: Fault): void =>
    writeLine('stored-policy', { line: { revision, outcome: fault.code }, fault }),
};
