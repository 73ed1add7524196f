import { describe, expect, it } from 'vitest';
import type { NoteCode } from '#shared/returns/record/note.ts';
import { openWord } from '#shared/words/open-word.ts';
import { aboutText } from '../../../functions/serve-board/page/pages/case/about-text.ts';

const wording = {
  say: (texts: { readonly en: string }) => texts.en,
  word: (words: Parameters<typeof openWord>[0], code: string) => openWord(words, code, 'en'),
  money: ({ amount, currency }: { readonly amount: number; readonly currency: string }) =>
    `${amount / 100} ${currency}`,
  time: (at: string) => at.slice(11, 16),
};

describe('aboutText', () => {
  it.each<[NoteCode, string, string]>([
    ['deadline-missed', 'qc-follow-up SF1', 'quality check SF1'],
    ['deadline-missed', 'refund case', 'refund'],
    ['deadline-missed', 'platform-decision decision', 'decision'],
    ['deadline-missed', 'platform-decision its own kind', 'platform'],
    ['deadline-missed', 'toString x', 'toString x'],
    ['money-out-goods-not-back', 'CNY 29900', '299 CNY'],
    ['money-out-goods-not-back', 'CNY', 'CNY'],
    ['money-over-cap', 'owed', 'what is owed'],
    ['money-over-cap', 'compensation', 'compensation'],
    ['contact-buyer', 'swapped, odd, failed', 'swapped · odd · failed'],
    ['store-behind', '2026-03-10T08:00:00.000Z', '08:00'],
    ['goods-short', 'SHOE-RED-41', 'SHOE-RED-41'],
  ])('%s of %s is %s', (code, about, text) => {
    expect(aboutText(code, about, wording)).toBe(text);
  });
});
