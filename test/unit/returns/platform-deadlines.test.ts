import { describe, expect, it } from 'vitest';
import { minute } from '../../memory/script.ts';
import { clocksOf, closed, createNarrator, details, folded, only, returnSentIn, saidOfCase } from './said.ts';

/*
 * B5, B6: of the deadlines that platforms set only that of the refund was a clock: a replacement that was late, and a request that nobody answered, were seen when the platform
 * had decided.
 */

const requested = saidOfCase(0, { fact: 'requested' });
const decided = (minutes: number, decision: 'approved' | 'declined' | 'withdrawn') =>
  saidOfCase(minutes, { fact: 'decided', decision, by: 'merchant' });
const platformSays = (minutes: number, kind: string, due?: number) =>
  saidOfCase(minutes, { fact: 'platform-deadline', kind, ...(due !== undefined && { due: minute(due) }) });

describe('the platform’s own deadlines', () => {
  const exchange = details({ kind: 'exchange' }, 0);
  const shipped = (minutes: number) => saidOfCase(minutes, { fact: 'replacement-shipped', trackingNumber: 'SF1' });

  it('B5: are a clock of the replacement, met when it is shipped', () => {
    const due = platformSays(20, 'replacement', 900);

    expect(clocksOf('replacement', exchange, due)).toMatchObject([
      { subject: 'case', openedAt: minute(20), dueAt: minute(900), setBy: 'platform' },
    ]);
    expect(clocksOf('replacement', exchange, due, shipped(100))).toMatchObject([{ metAt: minute(100), missed: false }]);
    expect(clocksOf('replacement', exchange, due, shipped(1000))).toMatchObject([{ missed: true }]);
    expect(clocksOf('replacement', exchange, due, shipped(10))).toEqual([]);
    expect(clocksOf('replacement', exchange, due, platformSays(30, 'replacement'))).toEqual([]);
  });

  it('B6: are a clock from the first reading, before anybody touched the request', () => {
    const due = platformSays(20, 'decision', 900);
    const [clock] = clocksOf('platform-decision', requested, due, platformSays(500, 'decision', 900));

    expect(clock).toMatchObject({ subject: 'decision', openedAt: minute(20), dueAt: minute(900), setBy: 'platform' });
    const opened = createNarrator().hear(due);
    expect(only(opened, 'Deadline Opened')).toMatchObject({ kind: 'platform-decision', subject: 'decision' });
    expect(folded(requested, due, saidOfCase(900, tickOf(clock?.id ?? ''))).attention).toEqual(['deadline-missed']);
  });

  it('B6: are met by the first answer since then, whatever is decided later', () => {
    const due = platformSays(20, 'decision', 900);

    expect(clocksOf('platform-decision', requested, due, decided(50, 'declined'))).toMatchObject([
      { metAt: minute(50) },
    ]);
    expect(clocksOf('platform-decision', due, decided(50, 'approved'), decided(1000, 'withdrawn'))).toMatchObject([
      { metAt: minute(50), missed: false },
    ]);
    expect(clocksOf('platform-decision', requested, due, decided(10, 'approved'))[0]).not.toHaveProperty('metAt');
  });

  it('B6: are stopped by an end in time, and by none after it', () => {
    const due = platformSays(20, 'decision', 900);

    expect(clocksOf('platform-decision', requested, due, decided(50, 'withdrawn'))).toEqual([]);
    expect(clocksOf('platform-decision', requested, due, closed(899))).toEqual([]);
    expect(clocksOf('platform-decision', requested, due, closed(901))).toHaveLength(1);
  });

  it('B6: are met by a number that stands, where the buyer has to ship', () => {
    const due = platformSays(0, 'buyer-ships', 900);

    expect(clocksOf('buyer-ships', returnSentIn(), due)[0]).not.toHaveProperty('metAt');
    expect(clocksOf('buyer-ships', returnSentIn('PA01'), due)).toMatchObject([
      { subject: 'case', setBy: 'platform', dueAt: minute(900), metAt: minute(0) },
    ]);
    expect(clocksOf('platform-decision', returnSentIn(), due)).toEqual([]);
  });

  it('B6: of any other kind run until the platform takes them away, each by itself', () => {
    const two = [platformSays(20, 'constructor', 900), platformSays(20, 'tax-form', 800)];

    expect(clocksOf('platform-decision', ...two).map(({ subject }) => subject)).toEqual(['constructor', 'tax-form']);
    expect(clocksOf('platform-decision', ...two, platformSays(30, 'tax-form')).map(({ subject }) => subject)).toEqual([
      'constructor',
    ]);
  });

  it.each([
    ['refund', 'refund'],
    ['replacement', 'replacement'],
    ['buyer-ships', 'buyer-ships'],
    ['evidence', 'dispute-evidence'],
  ] as const)('leave %s to its own clock, %s', (kind, own) => {
    expect(clocksOf('platform-decision', platformSays(20, kind, 900))).toEqual([]);
    expect(clocksOf(own, platformSays(20, kind, 900))).toMatchObject([{ setBy: 'platform', dueAt: minute(900) }]);
  });

  it('B6: what was missed stays missed when the platform goes on to the next step', () => {
    const said = [
      requested,
      platformSays(0, 'decision', 200),
      saidOfCase(210, { fact: 'decided', decision: 'approved', by: 'platform' }),
    ];

    expect(clocksOf('platform-decision', ...said, platformSays(210, 'decision'))).toMatchObject([
      { subject: 'decision', metAt: minute(210) },
    ]);
  });

  it('B6: what was answered in time is met, and what was only taken away is over', () => {
    const due = [requested, platformSays(0, 'decision', 200)];
    const answered = decided(110, 'approved');

    expect(clocksOf('platform-decision', ...due, answered, platformSays(110, 'decision'))).toMatchObject([
      { subject: 'decision', metAt: minute(110) },
    ]);
    expect(clocksOf('platform-decision', ...due, platformSays(110, 'decision'))).toEqual([]);
  });

  it('B5: evidence that is asked for of a closed case has a clock', () => {
    const [clock] = clocksOf('dispute-evidence', requested, closed(100), platformSays(110, 'evidence', 5000));

    expect(clock).toMatchObject({ subject: 'case', setBy: 'platform', dueAt: minute(5000) });
    expect(clock).not.toHaveProperty('metAt');
  });
});

function tickOf(deadlineId: string) {
  return { fact: 'tick', deadlineId, phase: 'due', count: 0 } as const;
}
