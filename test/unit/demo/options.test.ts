import { describe, expect, it } from 'vitest';
import { readWelcomeOptions } from '../../../tools/demo/welcome/options.ts';

describe('readWelcomeOptions', () => {
  it('lives on and speaks English where nothing is said', () => {
    expect(readWelcomeOptions([])).toEqual({ help: false, once: false, quiet: false, locale: 'en' });
  });

  it('takes what it is told', () => {
    expect(readWelcomeOptions(['--once', '--lang', 'zh-CN'])).toMatchObject({ once: true, locale: 'zh-CN' });
    expect(readWelcomeOptions(['--quiet'])).toMatchObject({ quiet: true });
    expect(readWelcomeOptions(['-h'])).toMatchObject({ help: true });
  });

  it.each<[readonly string[], string]>([
    [['--lang', 'fr'], 'no language "fr"; there are: zh-CN, en'],
    [['--only', 'a,c'], 'npm run scenarios -- --only a,c'],
    [['--once', '--quiet'], 'choose one of them'],
    [['once'], '"once"'],
    [['--twice'], '--twice'],
  ])('refuses %j and says what would do', (args, message) => {
    expect(() => readWelcomeOptions(args)).toThrow(message);
  });
});
