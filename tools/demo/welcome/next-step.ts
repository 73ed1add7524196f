import type { CaseView } from '#shared/api/case-view.ts';
import type { NextStep } from '#shared/words/next-step-words.ts';
import type { speakerWords } from '#shared/words/speaker-words.ts';

/** For whom a case waits, and for what. */
export interface Waiting {
  readonly who: Extract<keyof typeof speakerWords, 'buyer' | 'agent' | 'warehouse' | 'carrier' | 'platform'>;
  readonly step: NextStep;
}

type Row = readonly [who: Waiting['who'], step: NextStep, applies: (view: CaseView) => boolean];

/** What only a person can put right before anything else goes on. */
const obstacles = [
  'pre-advice-held',
  'pre-advice-refused',
  'unknown-warehouse',
  'tracking-unreadable',
  'announcement-differs',
  'warehouse-exception',
  'goods-on-replaced-number',
  'outbound-number-typed',
  'line-over-paid',
];
/** What the buyer must hear of. */
const surprises = ['goods-unexpected', 'goods-short', 'goods-over'];

/** The first row that applies. */
const rows: readonly Row[] = [
  ['platform', 'settle-dispute', ({ disputes }) => disputes.some(({ closedAt }) => !closedAt)],
  ['agent', 'decide', (view) => !isOver(view) && view.decision.value === 'new'],
  ['agent', 'pay-again', (view) => !isPaid(view) && view.money.actions.some(({ status }) => status === 'failed')],
  ['agent', 'allot', has(['goods-awaiting-allotment'])],
  ['agent', 'clear-up', (view) => !isOver(view) && has(obstacles)(view)],
  ['agent', 'contact-buyer', has(['contact-buyer'])],
  ['agent', 'contact-buyer', (view) => !isOver(view) && !isPaid(view) && has(surprises)(view)],
  ['agent', 'refund', (view) => isUnpaid(view) && view.kind === 'refund-only' && standing(view).length === 0],
  ['buyer', 'send-back', (view) => !isOver(view) && isReturn(view) && standing(view).length === 0],
  ['carrier', 'find-parcel', (view) => isAwaited(view) && standing(view).some(isAstray)],
  ['warehouse', 'book-in', (view) => isAwaited(view) && standing(view).some(({ stage }) => stage === 'delivered')],
  ['carrier', 'carry', (view) => isAwaited(view) && standing(view).some(({ receivedAt }) => !receivedAt)],
  ['warehouse', 'check', ({ headline }) => headline === 'received'],
  ['warehouse', 'stock-in', ({ headline }) => headline === 'checked'],
  ['agent', 'send-replacement', (view) => !isOver(view) && view.kind === 'exchange' && !view.replacement],
  ['agent', 'refund', (view) => isUnpaid(view) && ['stocked-in', 'partly-refunded'].includes(view.headline)],
  ['agent', 'close', (view) => !isOver(view)],
];

/** Undefined where nothing is left to do. */
export function waitingOf(view: CaseView): Waiting | undefined {
  const [who, step] = rows.find(([, , applies]) => applies(view)) ?? [];
  return who && step && { who, step };
}

function isOver({ headline }: CaseView): boolean {
  return ['closed', 'declined', 'withdrawn', 'expired'].includes(headline);
}

/** Where the money went first, the goods are still awaited though the store closed the case. */
function isAwaited(view: CaseView): boolean {
  return view.decision.value === 'approved' && (!isOver(view) || view.money.out !== undefined);
}

/** That goods which went out turned round is their way home. */
function isAstray({ sides = [], isOutbound }: CaseView['parcels'][number]): boolean {
  return sides.length > 0 && !isOutbound;
}

function isReturn({ kind }: CaseView): boolean {
  return kind !== 'refund-only' && kind !== 'complaint';
}

/** Enough, not any. */
function isPaid({ money }: CaseView): boolean {
  return money.enoughAt !== undefined;
}

function isUnpaid(view: CaseView): boolean {
  return !isOver(view) && !isPaid(view) && view.kind !== 'exchange';
}

function standing({ parcels }: CaseView): CaseView['parcels'] {
  return parcels.filter(({ stands }) => stands);
}

function has(codes: readonly string[]): (view: CaseView) => boolean {
  return ({ attention }) => attention.some(({ code }) => codes.includes(code));
}
