import type { CaseView } from '#shared/api/case-view.ts';
import { decidedWords } from '#shared/words/decision-words.ts';
import { reasonText } from '#shared/words/reason-text.ts';
import { speakerWords } from '#shared/words/speaker-words.ts';
import { Mark } from '../../parts/mark.tsx';
import { Block, type Fact, Facts } from './block.tsx';
import { orderStateTexts, sideTexts } from './case-texts.ts';
import type { CaseWording } from './case-wording.ts';
import { inTurn } from './clock-bar.ts';
import { StorePlatformTime } from './store-platform-time.tsx';
import { useWording } from './use-wording.ts';

const toneOf = { new: 'warn', approved: 'good', declined: 'bad', withdrawn: 'plain', expired: 'plain' } as const;

/** The store's word, and nothing of ours. */
export function StoreSide({ view }: { readonly view: CaseView }) {
  const wording = useWording();
  const { say } = wording;
  const [platformClock] = inTurn(view.deadlines.filter(({ setBy }) => setBy === 'platform')).open;
  return (
    <Block title={say(sideTexts.store)} hint={say(sideTexts.storeHint)} className="case-store">
      <Facts
        facts={[
          ...statusFacts(view, wording),
          {
            name: say(sideTexts.platformTime),
            value: platformClock && <StorePlatformTime clock={platformClock} view={view} />,
          },
          ...askedFacts(view, wording),
          ...sentFacts(view, wording),
          ...disputeFacts(view, wording),
        ]}
      />
    </Block>
  );
}

function statusFacts(
  { platformStatus, decision, closedAt }: CaseView,
  { say, word, time, locale }: CaseWording,
): Fact[] {
  const { value, by, reason, at } = decision;
  return [
    {
      name: say(sideTexts.decision),
      value: (
        <>
          <Mark tone={toneOf[value]}>{word(decidedWords, value)}</Mark>
          <span className="case-hint">
            {by && say(sideTexts.by, { who: word(speakerWords, by) })} {at && time(at)}
          </span>
          {reason && (
            <div>
              {say(sideTexts.reason)} <bdi>{reasonText(reason, locale)}</bdi>
            </div>
          )}
        </>
      ),
    },
    {
      name: say(sideTexts.platformStatus),
      value: platformStatus && (
        <>
          <bdi>{platformStatus.status}</bdi> <span className="case-hint">{time(platformStatus.at)}</span>
        </>
      ),
    },
    { name: say(sideTexts.closed), value: closedAt && time(closedAt) },
  ];
}

function askedFacts({ openedAt, wish, evidenceCount, insured }: CaseView, { say, time }: CaseWording): Fact[] {
  return [
    { name: say(sideTexts.opened), value: openedAt && time(openedAt) },
    { name: say(sideTexts.wish), value: wish && <bdi>{wish}</bdi> },
    {
      name: say(sideTexts.evidence),
      value: evidenceCount ? say(sideTexts.evidenceCount, { n: evidenceCount }) : undefined,
    },
    { name: say(sideTexts.insured), value: insured ? '✓' : undefined },
  ];
}

function sentFacts(view: CaseView, { say, time }: CaseWording): Fact[] {
  const { orderState, deliveredAt, replacement } = view;
  return [
    {
      name: say(sideTexts.orderState),
      value: orderState && (
        <>
          {say(orderStateTexts[orderState])}
          {deliveredAt && <span className="case-hint"> {say(sideTexts.signed, { at: time(deliveredAt) })}</span>}
        </>
      ),
    },
    { name: say(sideTexts.stop), value: stopText(view, { say, time }) },
    {
      name: say(sideTexts.replacement),
      value: replacement && (
        <>
          {time(replacement.at)} <bdi>{replacement.carrier}</bdi> <bdi>{replacement.trackingNumber}</bdi>
        </>
      ),
    },
  ];
}

function stopText(
  { stopped, stopRequested }: CaseView,
  { say, time }: Pick<CaseWording, 'say' | 'time'>,
): string | undefined {
  if (stopped) {
    return say(stopped.ok ? sideTexts.stopDone : sideTexts.stopFailed, { at: time(stopped.at) });
  }
  return stopRequested && say(sideTexts.stopAsked, { at: time(stopRequested.at) });
}

function disputeFacts({ disputes }: CaseView, { say, time }: CaseWording): Fact[] {
  return disputes.map(({ disputeId, openedAt, closedAt, outcome }) => ({
    name: `${say(sideTexts.dispute)} ${disputeId}`,
    value: (
      <>
        <Mark tone={closedAt ? 'plain' : 'bad'}>
          {closedAt
            ? say(sideTexts.disputeOver, { at: time(closedAt) })
            : say(sideTexts.disputeOpen, { at: openedAt ? time(openedAt) : '' })}
        </Mark>
        <bdi>{outcome}</bdi>
      </>
    ),
  }));
}
