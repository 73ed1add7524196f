import type { CaseView, DeadlineView } from '#shared/api/case-view.ts';
import type { Headline } from '#shared/returns/case/case.ts';
import { type Instant, millisOf } from '#shared/returns/record/instant.ts';
import { caseKindWords } from '#shared/words/case-kind-words.ts';
import { decidedWords } from '#shared/words/decision-words.ts';
import { liabilityWords } from '#shared/words/liability-words.ts';
import type { Locale } from '#shared/words/locale.ts';
import { qualityWords } from '#shared/words/quality-words.ts';
import { stageWords } from '#shared/words/stage-words.ts';
import { durationText } from '#shared/words/time-left.ts';
import type { Wording } from '#shared/words/wording.ts';
import { deadlineName, kindOf } from './deadline-name.ts';

/** Headlines that only an approved case has. */
const ofApproved: readonly Headline[] = [
  'approved',
  'on-its-way',
  'received',
  'partly-received',
  'checked',
  'stocked-in',
];

/** What the headline does not say: the decision where it is not implied, stages, findings and whose fault, money, the kind of case, what was late. */
export function standsText(view: CaseView, wording: Wording, locale: Locale): string {
  const { list, word } = wording;
  const isImplied = view.headline === 'requested' || ofApproved.includes(view.headline);
  const decision = isImplied ? undefined : word(decidedWords, view.decision.value);
  const isPlainReturn = view.headline !== 'requested' && (view.kind ?? 'return') === 'return';
  const kind = isPlainReturn || !view.kind ? undefined : word(caseKindWords, view.kind);
  const details = detailsOf[view.headline]?.(view, wording);
  return list(decision, details, kind, lateText(view, locale));
}

type Details = (view: CaseView, wording: Wording) => string | undefined;

const detailsOf: Readonly<Partial<Record<Headline, Details>>> = {
  'on-its-way': (view, wording) => stagesText(view, wording),
  received: (view, wording) => (standing(view).length > 1 ? stagesText(view, wording) : undefined),
  'partly-received': (view, wording) => wording.list(unitsText(view, wording), stagesText(view, wording, isToCome)),
  checked: qualityText,
  'stocked-in': (view, wording) => (view.quality === 'passed' ? owedText(view, wording) : qualityText(view, wording)),
  'partly-refunded': ({ money: { paid, owed } }, { money, say }) =>
    paid && owed.amount
      ? say(`已退 ${money(paid)}，应退 ${money(owed.amount)}`, `${money(paid)} of ${money(owed.amount)}`)
      : '',
  refunded: paidText,
  closed: paidText,
};

function paidText({ money: { actions } }: CaseView, { money }: Wording): string {
  const paid = actions.filter(({ status, kind }) => status !== 'failed' && kind === 'goods-refund');
  return paid.map(({ amount }) => money(amount)).join('+');
}

/** Goods back, money not out. */
function owedText({ money: { back } }: CaseView, { money, say }: Wording): string | undefined {
  return back && say(`应退 ${money(back)}`, `${money(back)} owed`);
}

function qualityText({ quality, liability }: CaseView, { list, word, say }: Wording): string {
  const whose = liability && word(liabilityWords, liability);
  const fault = whose && say(whose, liability === 'unclear' ? 'fault unclear' : `fault of ${whose}`);
  return list(word(qualityWords, quality), fault);
}

function unitsText({ goods }: CaseView, { say }: Wording): string {
  const [came, expected] = (['received', 'expected'] as const).map((field) =>
    goods.reduce((sum, each) => sum + each[field], 0),
  );
  return expected ? say(`${expected} 件到 ${came} 件`, `${came} of ${expected} came`) : '';
}

/** What went out and turned round is told apart: its stages are those of its way back. */
function stagesText(view: CaseView, { word, say }: Wording, isShown = (_: Parcel) => true): string {
  const shown = standing(view).filter(isShown);
  const stages = shown.map(({ stage = 'numbered', sides = [], isOutbound }) =>
    isOutbound
      ? `${say('原件退回', 'coming home')}${say('：', ': ')}${word(stageWords, stage)}`
      : word(stageWords, sides.at(-1) ?? stage),
  );
  return stages.join(' + ');
}

type Parcel = CaseView['parcels'][number];

function isToCome({ stage }: Parcel): boolean {
  return stage !== 'received';
}

function standing({ parcels }: CaseView): readonly Parcel[] {
  return parcels.filter(({ stands }) => stands);
}

/** A deadline that was met, too late. */
function lateText({ deadlines }: CaseView, locale: Locale): string {
  const late = deadlines.find((deadline): deadline is DeadlineView & { metAt: Instant; dueAt: Instant } =>
    Boolean(deadline.missed && deadline.metAt && deadline.dueAt),
  );
  if (!late) {
    return '';
  }
  const by = durationText(millisOf(late.metAt) - millisOf(late.dueAt), locale);
  return locale === 'zh-CN'
    ? `${deadlineName(kindOf(late), locale)} 迟了 ${by}`
    : `${deadlineName(kindOf(late), locale)} ${by} late`;
}
