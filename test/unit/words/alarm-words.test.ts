import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { alarmWords, namedAlarmWords } from '#shared/words/alarm-words.ts';

const root = join(import.meta.dirname, '../../..');
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly scripts: object };
const functions = readdirSync(join(root, 'functions'));
const page = readFileSync(join(root, 'docs/operate.md'), 'utf8');
const [, alarmsPage = ''] = page.split('\n## Alarms\n');
const [table = ''] = alarmsPage.split('\n## ');
const form = { en: 'First: ', 'zh-CN': '先做：' } as const;
type Lang = keyof typeof form;

/** Names that stand for any: of a function, a queue, a source. */
const named = Object.entries(namedAlarmWords).flatMap(([code, make]) =>
  ['<name>', 'inbox', 'strikes', 'hints-shopify', 'follows', 'deliver-east', 'to-east'].map(
    (name) => [`${code} of ${name}`, make(name), name] as const,
  ),
);
const alarms = [...Object.entries(alarmWords).map(([code, texts]) => [code, texts, ''] as const), ...named];
const texts = alarms.flatMap(([code, words, name]) =>
  (['en', 'zh-CN'] as const).map((lang) => [code, lang, words[lang], name] as const),
);

function actionOf(text: string, lang: Lang): string {
  return text.split(form[lang])[1] ?? '';
}

/** Fault codes that an action tells to look for. */
const codes = ['secret-malformed'];

describe('an alarm', () => {
  it.each(texts)('%s in %s says what is wrong, and ends with one thing to do first', (_, lang, text) => {
    const [what = '', action = '', ...more] = text.split(form[lang]);

    expect(more).toEqual([]);
    expect(what).toMatch(lang === 'en' ? /^\S.+[.] $/ : /^\S.+。$/);
    expect(action).toMatch(lang === 'en' ? /^\S[^\n]+[.]$/ : /^\S[^\n]+。$/);
    // One sentence: a second one would be a second thing to do.
    expect(action.slice(0, -1)).not.toMatch(/[.;!] |[。；！]/);
  });

  it.each(texts)('%s in %s names commands, functions and pages that there are', (_, lang, text, name) => {
    const action = actionOf(text, lang);
    const commands = [...action.matchAll(/npm run ([\w:-]+)/g)].map(([, command = '']) => command);
    const pages = [...action.matchAll(/docs\/[\w-]+\.md/g)].map(([path]) => path);
    const headings = [...action.matchAll(/Dead letters/g)].map(([heading]) => heading);
    const words = [...action.matchAll(/(?<![\w/<-])[a-z]+(?:-[a-z]+)+/g)].map(([word]) => word);
    const known = [...functions, ...Object.keys(scripts), ...codes, name, `${name}-dlq`];

    expect(commands.filter((command) => !Object.hasOwn(scripts, command))).toEqual([]);
    expect(pages.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    expect(headings.filter((heading) => !page.includes(`\n## ${heading}\n`))).toEqual([]);
    expect(words.filter((word) => !known.includes(word))).toEqual([]);
  });

  it.each(alarms.filter(([, , name]) => name === '' || name === '<name>'))(
    '%s stands in docs/operate.md with the same first thing to do',
    (_, { en }) => {
      expect(table).toContain(`| ${actionOf(en, 'en').slice(0, -1).replaceAll('<name>', '`<name>`')} |`);
    },
  );

  it.each(alarms)('%s fits into the description of an alarm, which takes plain characters only', (_, { en }) => {
    expect(en).toMatch(/^[\x20-\x7E]{1,1024}$/);
  });

  it.each([
    ['inbox', 'record-observations'],
    ['strikes', 'record-observations'],
    ['hints-doudian', 'read-store'],
    ['follows', 'follow-parcel'],
    ['deliver-hangzhou', 'deliver-to-warehouse'],
    ['to-east', 'whoever reads to-east'],
  ])('of a queue whose messages are too old names who reads it: %s', (queue, reader) => {
    expect(namedAlarmWords['message-too-old'](queue).en).toContain(reader);
  });
});
