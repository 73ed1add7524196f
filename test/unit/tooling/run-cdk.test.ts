import { describe, expect, it } from 'vitest';
import { breaksOff } from '../../../tools/emulator/run-cdk.ts';

describe('breaksOff', () => {
  it.each([
    'connect ECONNREFUSED 127.0.0.1:4566',
    'backhaul-demo: fail: socket hang up',
    'TimeoutError: Connection timed out after 60000ms',
  ])('knows a connection that broke: %s', (line) => {
    expect(breaksOff(line)).toBe(true);
  });

  it.each(['❌  backhaul-demo failed: ValidationError: Template error', 'TypeError: x is not a function'])(
    'knows what no repetition mends: %s',
    (line) => {
      expect(breaksOff(line)).toBe(false);
    },
  );
});
