import { describe, expect, it } from 'vitest';
import { openRobots } from '#shared/robots/open-robots.ts';
import { shownText, withinBytes, withoutMarkup } from '#shared/robots/shown.ts';
import { answering } from '../../memory/fake-post.ts';
import { noticeWith } from './notice.ts';

const bidi = '\u202e\u2066\u200b\ufeff\u00ad';

describe('shownText', () => {
  it.each([
    [`a${bidi}b`, 'ab'],
    ['a\r\nb\u2028c\u2029d\u0000e\ttab', 'a b c d e tab'],
    ['\ud800x\ue000', 'x'],
    [' a \u3000 b ', 'a b'],
    ['x'.repeat(300), `${'x'.repeat(199)}…`],
  ])('makes %j one plain line', (text, expected) => {
    expect(shownText(text)).toBe(expected);
  });

  it('cuts no character in two', () => {
    expect(shownText('😀😀😀', 2)).toBe('😀…');
  });
});

describe('withoutMarkup', () => {
  it.each([
    ['[click](https://evil.example)', '［click］(https：//evil.example)'],
    ['**bold** _it_ `code` ~~no~~', '＊＊bold＊＊ ＿it＿ ｀code｀ ～～no～～'],
    ['<@all> <font color="red">x</font>', '＜＠all＞ ＜font color="red"＞x＜/font＞'],
    ['# heading', '＃ heading'],
    ['- item', '－ item'],
    ['1. item', '1． item'],
    ['> quote | cell &lt; \\', '＞ quote ｜ cell ＆lt; ＼'],
    ['SF1482130070 2026-03-10 ¥129.00', 'SF1482130070 2026-03-10 ¥129.00'],
  ])('makes %j read the same and do nothing', (text, expected) => {
    expect(withoutMarkup(text)).toBe(expected);
  });
});

describe('withinBytes', () => {
  it('keeps whole lines from the first on', () => {
    expect(withinBytes(['ab', '中', 'c'], 7)).toEqual(['ab', '中']);
    expect(withinBytes(['ab', '中', 'c'], 9)).toEqual(['ab', '中', 'c']);
  });
});

describe('ATTACK: a text that would write into the message', () => {
  const attack = `]</font> [x](javascript:1) <@all> @all <at id=all></at> **x** ${'```'}`;

  it.each([
    ['dingtalk', 'https://oapi.dingtalk.com/robot/send?access_token=T'],
    ['wecom', 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=K'],
  ] as const)('does nothing in %s', async (kind, url) => {
    const { options, calls } = answering({ body: '{"errcode":0}' });
    const robot = openRobots({ ...options, secretOf: async () => ({ url }), publishMail: async () => undefined });
    await robot.tell({
      robot: { id: 'r', kind },
      notice: noticeWith({ title: attack, lines: [attack] }),
      now: new Date(),
    });
    const sent = JSON.parse(String(calls[0]?.body));
    const text: string = sent.markdown.text ?? sent.markdown.content;
    const own = text.replace(/^\*\*<font color="warning">|<\/font>\*\*$/gm, '').replace(/^(### |> )/gm, '');

    expect(own).not.toMatch(/[<>[\]`*@]/);
  });

  it('stays plain text in Feishu', async () => {
    const { options, calls } = answering({ body: '{"code":0}' });
    const secretOf = async () => ({ url: 'https://open.feishu.cn/open-apis/bot/v2/hook/H' });
    const robot = openRobots({ ...options, secretOf, publishMail: async () => undefined });
    const notice = noticeWith({ title: attack, lines: [attack], people: [{ feishu: 'ou_1' }] });
    await robot.tell({ robot: { id: 'r', kind: 'feishu' }, notice, now: new Date() });
    const { card } = JSON.parse(String(calls[0]?.body));
    const marked = card.elements.filter((each: { text?: { tag: string } }) => each.text?.tag === 'lark_md');

    expect(marked).toEqual([{ tag: 'div', text: { tag: 'lark_md', content: '<at id=ou_1></at>' } }]);
    expect(card.header.title).toEqual({ tag: 'plain_text', content: attack });
  });
});
