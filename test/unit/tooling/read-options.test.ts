import { describe, expect, it } from 'vitest';
import { readOptions } from '../../../tools/run/read-options.ts';

const options = {
  case: { type: 'string' },
  emit: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h' },
} as const;

describe('readOptions', () => {
  it('takes what it is told, and what holds where nothing is said', () => {
    expect(readOptions(options, ['--case', 'a', '-h'])).toEqual({ case: 'a', emit: false, help: true });
  });

  it.each([
    [['--csae', 'a'], 'There is no option --csae; there are: --case, --emit, --help; did you mean "--case"?'],
    [['-x'], 'There is no option -x; there are: --case, --emit, --help'],
    [
      ['emit'],
      'There is nothing that "emit" could mean: options begin with two hyphens, behind a lone --; did you mean "--emit"?',
    ],
    [['--case'], '--case wants a value: --case <value>'],
    [['--emit=yes'], '--emit takes no value.'],
  ])('refuses %j and says what would do', (args, sentence) => {
    expect(() => readOptions(options, args)).toThrow(new Error(sentence));
  });
});
