import { App } from 'antd';
import { useState } from 'react';
import type { Assignee } from '#shared/returns/work/part.ts';
import type { Texts } from '#shared/words/locale.ts';
import { ask } from '../data/client.ts';
import { useMe } from '../data/use-me.ts';
import { useShowRecord } from '../data/use-records.ts';
import { failureText } from '../words/failure-text.ts';
import { filled } from '../words/filled.ts';
import { useLanguage } from '../words/locale.tsx';
import { keyOf, wishAnswered } from './idempotency.ts';
import { sendAct } from './send-act.ts';
import { inRequests, lineIdOf, nameIn, type ShiftLine, type ShiftRecord } from './shift-lines.ts';
import { shiftTexts } from './shift-texts.ts';

/** Of each line by its id: done, or why not. */
type Outcomes = readonly (readonly [id: string, why: string | undefined])[];

/** Accepts or hands over all of a sheet, and says of each line that it could not why. */
export function useShiftActs() {
  const { message } = App.useApp();
  const { say, locale } = useLanguage();
  const me = useMe();
  const show = useShowRecord();
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<ReadonlyMap<string, string>>(new Map());
  const run = async (act: () => Promise<Outcomes>, done: Texts) => {
    setBusy(true);
    try {
      const outcomes = await act();
      const not = outcomes.flatMap(([id, why]): [string, string][] => (why === undefined ? [] : [[id, why]]));
      setRefused(new Map(not));
      void message.success(say(filled(done, { n: outcomes.length - not.length })));
      if (not.length > 0) {
        void message.warning(say(filled(shiftTexts.someNot, { n: not.length })));
      }
    } catch (error) {
      void message.error(failureText(error, locale, me));
    } finally {
      setBusy(false);
      void show();
    }
  };
  const accept = async (lines: readonly ShiftLine[]) => {
    const parts = inRequests(lines.map(({ record }) => record));
    await run(async () => {
      const answers = await Promise.all(parts.map(acceptPart));
      return answers
        .flat()
        .map(({ record, n, text }) => [lineIdOf(record), n === undefined ? (text?.[locale] ?? '') : undefined]);
    }, shiftTexts.accepted);
  };
  const handOver = async (lines: readonly ShiftLine[], to: Assignee, out: number) => {
    const done = out > 0 ? filled(shiftTexts.leftOut, { out }) : shiftTexts.handedOver;
    const handOne = async ({ record }: ShiftLine) => {
      const why = await sendAct(nameIn(record), { act: 'hand-over', to }).then(
        () => undefined,
        (error: unknown) => failureText(error, locale, me),
      );
      return [lineIdOf(record), why] as const;
    };
    await run(async () => await inTurns(lines, handOne), done);
  };
  return { accept, handOver, isBusy, refused };
}

async function acceptPart(records: readonly ShiftRecord[]) {
  const wish = `accept ${records.map(lineIdOf).join(' ')}`;
  const { body } = await ask('acceptShift', { body: { records: [...records], key: keyOf(wish) } });
  wishAnswered(wish);
  return body?.records ?? [];
}

/** A few at a time: a sheet may be long. */
const atOnce = 4;

async function inTurns<Item, Result>(items: readonly Item[], work: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  for (let from = 0; from < items.length; from += atOnce) {
    results.push(...(await Promise.all(items.slice(from, from + atOnce).map(work))));
  }
  return results;
}
