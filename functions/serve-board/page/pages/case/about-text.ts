import type { AttentionView, DeadlineView } from '#shared/api/case-view.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import type { NoteCode } from '#shared/returns/record/note.ts';
import { deadlineWords } from '#shared/words/deadline-words.ts';
import { findingWords } from '#shared/words/finding-words.ts';
import { moneyWords } from '#shared/words/money-words.ts';
import { resultWords } from '#shared/words/quality-words.ts';
import type { CaseWording } from './case-wording.ts';
import { clockName } from './clock-words.ts';

type AboutWording = Pick<CaseWording, 'say' | 'word' | 'money' | 'time'>;
type Worded = (about: string, wording: AboutWording) => string;

const owedWord = { owed: { 'zh-CN': '应退', en: 'what is owed' } };
const foundWords = { ...findingWords, ...resultWords };

/** Where what a note is about is made of codes, how people read it. */
const rows: Partial<Readonly<Record<NoteCode, Worded>>> = {
  'deadline-missed': (about, { say }) => {
    const [kind = '', subject = ''] = splitOnce(about);
    if (!Object.hasOwn(deadlineWords, kind)) {
      return about;
    }
    const name = say(clockName({ kind: kind as DeadlineView['kind'], subject }));
    return subject === 'case' || kind === 'platform-decision' ? name : `${name} ${subject}`;
  },
  'money-out-goods-not-back': (about, { money }) => {
    const [currency = '', amount = ''] = splitOnce(about);
    return /^\d+$/.test(amount) ? money({ amount: Number(amount), currency }) : about;
  },
  'money-over-cap': (about, { word }) => word({ ...moneyWords, ...owedWord }, about),
  'cap-not-compared': (about, { word }) => word(moneyWords, about),
  'contact-buyer': (about, { word }) =>
    about
      .split(', ')
      .map((code) => word(foundWords, code))
      .join(' · '),
  'store-behind': (about, { time }) => (Number.isNaN(Date.parse(about)) ? about : time(about as Instant)),
};

export function aboutText(code: AttentionView['code'], about: string, wording: AboutWording): string {
  return rows[code]?.(about, wording) ?? about;
}

function splitOnce(text: string): string[] {
  const place = text.indexOf(' ');
  return place < 0 ? [text] : [text.slice(0, place), text.slice(place + 1)];
}
