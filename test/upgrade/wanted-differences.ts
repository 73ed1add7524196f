import type { Difference } from './differences.ts';
import type { PlainItem } from './release-table.ts';

/** A difference between a record of 91b539e and the same record folded anew today that is there on purpose. */
export interface WantedDifference {
  readonly path: RegExp;
  readonly why: string;
  readonly isSo: (difference: Difference, after: PlainItem) => boolean;
}

interface Deadline {
  readonly kind: string;
  readonly remindAt: string;
  readonly dueAt: string;
  readonly metAt?: string;
  readonly nextStrike?: { readonly phase: string; readonly at: string };
}

const isNew = ({ before, after }: Difference) => before === undefined && after !== undefined;
const isGone = ({ before, after }: Difference) => before !== undefined && after === undefined;

/** All that the last issue changed in a record; whatever else differs is a fault. */
export const wantedDifferences: readonly WantedDifference[] = [
  {
    path: /^version$/,
    why: 'The version grows by one with each write, and a record of an earlier fold is always written.',
    isSo: ({ before, after }) => Number(after) === Number(before) + 1,
  },
  {
    path: /^foldRevision$/,
    why: 'Revision 4 of the fold is the first that knows what a clock strikes next, 5 the first that knows clocks of parcels, 6 the first that shows answers to announcements that nobody was told.',
    isSo: ({ before, after }) => before === 3 && Number(after) >= 4,
  },
  {
    path: /^snapshot\/(parcels\/\d+\/state\/)?(deliveredAt|isShared|allottedAt)$/,
    why: 'A parcel keeps when it was signed for, so that booking in has a clock (B11); a case hears that another names its number at the same time (B2), and when a person said whose the goods are (C2).',
    isSo: isNew,
  },
  {
    path: /^snapshot\/views$/,
    why: 'Of a number that several cases name, or that was used before, each case sees its own part (A1, B2; ADR 024).',
    isSo: isNew,
  },
  {
    path: /^snapshot\/unclaimedSince$/,
    why: 'A parcel may hold goods that are claimed and others that are not: it says since when (A1).',
    isSo: (difference, { snapshot }) => isNew(difference) && Object(snapshot).unclaimed === true,
  },
  {
    path: /^snapshot\/shares\/[^/]+$/,
    why: 'A case that names the number and has no part in its goods yet has a share without units.',
    isSo: (difference) => isNew(difference) && JSON.stringify(difference.after) === '{}',
  },
  {
    path: /^snapshot\/updatedAt$/,
    why: 'A record is as late as the last act of a person (C2).',
    isSo: ({ before, after }) => String(after) > String(before),
  },
  {
    path: /^snapshot\/parcels\/\d+\/state\/goods\/\d+\/lines\//,
    why: 'A case keeps of the goods of its parcels which reports there are and what is wrong; all that they say stands with the parcel (C10).',
    isSo: () => true,
  },
  {
    path: /^snapshot\/deadlines\/[^/]+\/nextStrike$/,
    why: 'A deadline says what its clock strikes next (ADR 015): its reminder, its due time or an escalation; nothing once it is met.',
    isSo: (difference, after) => isNew(difference) && deadlineAt(difference.path, after)?.metAt === undefined,
  },
  {
    path: /^snapshot\/deadlines(\/[^/]+)?$/,
    why: 'A clock of a kind that 91b539e did not know, such as unclaimed-parcel, or that of a warehouse for what Backhaul itself announces; each needs a new revision of the fold.',
    isSo: (difference, after) =>
      isNew(difference) && newClocksAt(difference, after).every((each) => isOfNewKind(each) || isAnswered(each)),
  },
  {
    path: /^told\/(deadline|missed)\/[^/]+\//,
    why: 'Such a clock was taken over in silence: it is told only to who asks for it.',
    isSo: (difference) => {
      const kind = difference.path.split('/')[2] ?? '';
      const isNewlyTold = isOfNewKind({ kind }) || kind === 'warehouse-acknowledges';
      return isNew(difference) && isNewlyTold && isSilent(difference.after);
    },
  },
  {
    path: /^snapshot\/money\/(owed|paid|enoughAt|outstanding|out|back|over)$/,
    why: 'The record says what is owed, what of it was paid and when that was enough, and where money and goods are apart (rows A5, B4).',
    isSo: isNew,
  },
  {
    path: /^snapshot\/money\/sums\/\d+\/currency$/,
    why: 'A sum names its currency, since what was paid in another than its cap is compared with none (row A8).',
    isSo: isNew,
  },
  {
    path: /^snapshot\/liability$/,
    why: 'What a check found proposes whose fault it is (row B1).',
    isSo: isNew,
  },
  {
    path: /^snapshot\/deadlines\/refund-[^/]+$/,
    why: 'Goods that failed their check are due no refund by policy until it is agreed how much, half of what is owed meets nothing, and a difference that an exchange leaves is due (rows A5, A7, B1).',
    isSo: (difference) => isNew(difference) || isGone(difference),
  },
  {
    path: /^told\/(deadline|missed)\/refund\/case(\/|$)/,
    why: 'What follows from that was taken over in silence.',
    isSo: ({ path }, { told }) => {
      const [, list = ''] = path.split('/');
      return isSilent((told as Readonly<Record<string, unknown>>)[`${list}/refund/case`]);
    },
  },
  {
    path: /^snapshot\/(notes|attention)\//,
    why: 'What later revisions of the fold see besides is shown: a yes to an announcement that nobody was told, that one number stands on several cases (B2), that more was paid than is owed (A5), and that the buyer has to be asked of goods that did not come with what was counted and checked (B1).',
    isSo: (difference, after) =>
      isSameBut(
        /announcement-unknown|number-on-several-cases|"detail":"(owed|missing)"|^"(money-over-cap|contact-buyer)"$/,
        difference,
        after,
      ),
  },
  {
    path: /^told\/attention(\/|$)/,
    why: 'That a person should look was taken over in silence: it is told only to who asks for it.',
    isSo: (_difference, { told }) => isSilent((told as { readonly attention?: unknown }).attention),
  },
  {
    path: /^gsi3[ps]k$/,
    why: 'Unclaimed parcels are listed beside what else needs a person, since the index of clocks has their strikes.',
    isSo: (difference, { pk }) => isNew(difference) && String(pk).startsWith('PARCEL#'),
  },
  {
    path: /^(gsi4[ps]k|entry)$/,
    why: 'Lists show it: a case always, a parcel where somebody has to do something about it (ADR 027).',
    isSo: isNew,
  },
  {
    path: /^snapshot\/nextStrikeAt$/,
    why: 'The sweep looks for the earliest of what the clocks of a case strike next (ADR 015).',
    isSo: (difference, after) => isNew(difference) && difference.after === nextStrikeAt(after),
  },
  {
    path: /^snapshot\/nextDueAt$/,
    why: 'It was the earliest due time that was not met; the sweep goes by strikes now.',
    isSo: isGone,
  },
  {
    path: /^gsi1[ps]k$/,
    why: 'The index of clocks goes by the next strike; so a missed deadline stays in it until its clock has escalated for the last time.',
    isSo: ({ path, after: value }, after) => {
      const at = nextStrikeAt(after);
      return value === (at && (path === 'gsi1pk' ? 'OPEN' : `${at}#${after.pk}`));
    },
  },
  {
    path: /^lastAct$/,
    why: 'The number of the last act stands with the record, so that acts need not be read (ADR 014).',
    isSo: isNew,
  },
  {
    path: /^(siblings|orderRevisions)(\/|$)/,
    why: 'What the other cases of its order say is kept with the record that was folded with it, and the revision of what it says itself (ADR 023).',
    isSo: isNew,
  },
  {
    path: /^writtenAt$/,
    why: 'Whether a strike was near when its record was written says who sends it (ADR 015).',
    isSo: isNew,
  },
  {
    path: /^outbox$/,
    why: 'What must follow from a record is written with it (ADR 013); all of it, since what followed from an earlier fold is not known.',
    isSo: isNew,
  },
  {
    path: /^changes$/,
    why: 'They were told with the version that made them; this one tells nothing.',
    isSo: isGone,
  },
];

/** Whether 91b539e had no such clocks. */
export function isOfNewKind({ kind }: { readonly kind: string }): boolean {
  return !['qc-follow-up', 'refund', 'warehouse-acknowledges'].includes(kind);
}

/** A warehouse is chased for what Backhaul announces, too: in this table each of them had answered. */
function isAnswered({ kind, metAt }: Pick<Deadline, 'kind' | 'metAt'>): boolean {
  return kind === 'warehouse-acknowledges' && metAt !== undefined;
}

/** One clock, or all where there was none before. */
function newClocksAt({ path, after: now }: Difference, after: PlainItem): readonly Pick<Deadline, 'kind' | 'metAt'>[] {
  return path === 'snapshot/deadlines' ? Object.values(deadlinesOf(after)) : [now as Deadline];
}

type Lists = Readonly<Record<string, readonly unknown[]>>;

/** Whether a list of the snapshot is what it was, with entries of other codes more. */
function isSameBut(code: RegExp, { path, before }: Difference, { snapshot }: PlainItem): boolean {
  const [, list = '', index = '', field] = path.split('/');
  const others = ((snapshot as Lists)[list] ?? []).filter((each) => !code.test(JSON.stringify(each)));
  const was = others[Number(index)];
  return JSON.stringify(field ? Object(was)[field] : was) === JSON.stringify(before);
}

function isSilent(entry: unknown): boolean {
  return (entry as { readonly silent?: true }).silent === true;
}

function deadlinesOf({ snapshot }: PlainItem): Readonly<Record<string, Deadline>> {
  return (snapshot as { readonly deadlines?: Readonly<Record<string, Deadline>> }).deadlines ?? {};
}

function deadlineAt(path: string, item: PlainItem): Deadline | undefined {
  return deadlinesOf(item)[path.split('/')[2] ?? ''];
}

function nextStrikeAt(item: PlainItem): string | undefined {
  const times = Object.values(deadlinesOf(item)).flatMap(({ nextStrike }) => nextStrike?.at ?? []);
  return times.sort()[0];
}

/** The differences that nobody wanted, as text; `used` hears of each that somebody did. */
export function unwanted(
  differences: readonly Difference[],
  after: PlainItem,
  used: (wanted: WantedDifference) => void,
): string[] {
  return differences.flatMap((difference) => {
    const wanted = wantedDifferences.find(({ path, isSo }) => path.test(difference.path) && isSo(difference, after));
    if (wanted) {
      used(wanted);
      return [];
    }
    const { path, before, after: now } = difference;
    return [`${after.pk} ${path}: ${JSON.stringify(before)} became ${JSON.stringify(now)}`];
  });
}
