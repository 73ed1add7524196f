import type { CaseView } from '#shared/api/case-view.ts';
import { deedTexts } from '#shared/returns/work/work-texts.ts';
import { liabilityWords } from '#shared/words/liability-words.ts';
import { reasonText } from '#shared/words/reason-text.ts';
import { Mark } from '../../parts/mark.tsx';
import { type Fact, Facts } from './block.tsx';
import { sideTexts } from './case-texts.ts';
import type { CaseWording } from './case-wording.ts';
import { OutsideLink } from './outside-link.tsx';
import { useWording } from './use-wording.ts';

const toneOf = { awaited: 'warn', confirmed: 'good', differs: 'bad' } as const;

/** What people here said, promised and found out. */
export function OurWord({ view }: { readonly view: CaseView }) {
  const wording = useWording();
  return <Facts facts={[...workFacts(view, wording), ...outcomeFacts(view, wording)]} />;
}

function workFacts({ work }: CaseView, { say, person, time }: CaseWording): Fact[] {
  const { handled, promised } = work ?? {};
  return [
    {
      name: say(sideTexts.done),
      value: handled && (
        <>
          {say(sideTexts.handled, { who: person(handled.by), did: say(deedTexts[handled.did]) })}{' '}
          <span className="case-hint">{time(handled.at)}</span>{' '}
          <Mark tone={toneOf[handled.state]}>{say(sideTexts[handled.state])}</Mark>
        </>
      ),
    },
    {
      name: say(sideTexts.promise),
      value: promised && say(sideTexts.promised, { who: person(promised.by), at: time(promised.until) }),
    },
  ];
}

function outcomeFacts({ liability, writtenUp, tickets }: CaseView, { say, word, time, locale }: CaseWording): Fact[] {
  return [
    { name: say(sideTexts.liability), value: liability && word(liabilityWords, liability) },
    {
      name: say(sideTexts.writtenUp),
      value: writtenUp && (
        <>
          {writtenUp.reasons.map(({ code, within }) => (
            <Mark key={`${code}/${within}`}>
              <bdi>{reasonText(code, locale)}</bdi>
              {within && (
                <>
                  {' / '}
                  <bdi>{reasonText(within, locale)}</bdi>
                </>
              )}
            </Mark>
          ))}
          <bdi>{writtenUp.mood}</bdi> <span className="case-hint">{time(writtenUp.at)}</span>
        </>
      ),
    },
    {
      name: say(sideTexts.tickets),
      value:
        tickets.length === 0
          ? undefined
          : tickets.map((url, index) => (
              <span key={url} className="case-ticket">
                <OutsideLink url={url}>{say(sideTexts.ticket, { n: index + 1 })}</OutsideLink>{' '}
              </span>
            )),
    },
  ];
}
