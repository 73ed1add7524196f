import type { RecordName } from '#shared/messages/record-name.ts';
import type { Emit } from '#shared/recording/emit.ts';
import { addMillis, type Instant, toInstant } from '#shared/returns/record/instant.ts';
import { type ToldClass, toldClasses } from '#shared/returns/told-classes.ts';
import { didYouMean } from '../../infra/did-you-mean.ts';

/** What is to be folded anew, and what is to be told of it. */
export type Wish =
  | { readonly open: false; readonly record: RecordName; readonly emit: Emit }
  | {
      readonly open: true;
      readonly classes: readonly ToldClass[];
      readonly since: Instant;
      readonly after: string | undefined;
    };

/** How far back cases are looked for by the day of their opening, where nobody says. */
export const usualDays = 120;
const dayMs = 86_400_000;

interface Words {
  readonly case?: string | undefined;
  readonly parcel?: string | undefined;
  readonly open: boolean;
  readonly emit: boolean;
  readonly since?: string | undefined;
  readonly after?: string | undefined;
  readonly table?: string | undefined;
  readonly inbox?: string | undefined;
  readonly words: readonly string[];
}

/** @throws Error that says what is wrong with the words on the command line. */
export function wishOf(values: Words, now: Instant): Wish {
  const { case: caseKey, parcel, open, since, after } = values;
  if ([caseKey !== undefined, parcel !== undefined, open].filter(Boolean).length !== 1) {
    throw new Error('Name one record, --case <key> or --parcel <number>, or all that are open: --open.');
  }
  const emit = emitOf(values);
  if (open) {
    return { open, classes: classesOf(emit), since: sinceOf(since, now), after: checkedPlace(values, after) };
  }
  if (since !== undefined || after !== undefined) {
    throw new Error('--since and --after go with --open.');
  }
  return { open, record: caseKey === undefined ? { parcel: parcel ?? '' } : { caseKey }, emit };
}

function emitOf({ emit, words }: Words): Emit {
  const classes = words.flatMap((word) => word.split(',')).filter((word) => word !== '');
  if (!emit && classes.length > 0) {
    throw new Error(`There is nothing that "${words[0]}" could mean: classes stand behind --emit.`);
  }
  return classes.length === 0 ? emit : classes.map(classOf);
}

function classOf(word: string): ToldClass {
  const known = toldClasses.find((each) => each === word);
  if (!known) {
    const names = toldClasses.join(', ');
    throw new Error(`There is no class ${word} to emit; there are: ${names}${didYouMean(word, toldClasses)}`);
  }
  return known;
}

function classesOf(emit: Emit): readonly ToldClass[] {
  if (typeof emit === 'boolean') {
    throw new Error(`Say what is to be told of all that are open: --open --emit ${toldClasses.join(',')}.`);
  }
  return emit;
}

function sinceOf(text: string | undefined, now: Instant): Instant {
  const at =
    text === undefined ? addMillis(now, -usualDays * dayMs) : (toInstant(`${text}T00:00:00Z`) ?? toInstant(text));
  if (!at || at > now) {
    throw new Error('--since is a UTC day that has begun, such as 2026-01-15.');
  }
  return at;
}

function checkedPlace({ table, inbox }: Words, after: string | undefined): string | undefined {
  if ((table === undefined) !== (inbox === undefined)) {
    throw new Error('--table and --inbox go together.');
  }
  return after;
}
