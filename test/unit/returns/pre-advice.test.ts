import { describe, expect, it } from 'vitest';
import type { CaseObservation } from '#shared/returns/case/facts.ts';
import type { Change, Told, ToldEntry } from '#shared/returns/record/change.ts';
import { minute } from '../../memory/script.ts';
import { testRules } from '../../memory/test-merchant.ts';
import {
  createNarrator,
  linkOf,
  only,
  parcelStateOf,
  receipt,
  returnSentIn,
  saidOfCase,
  stateOf,
  typesOf,
} from './said.ts';

const track = (minutes: number, number: string, replaces?: string): CaseObservation =>
  saidOfCase(minutes, {
    fact: 'tracking',
    origin: 'store',
    numbers: [{ number, carrier: 'sf' }],
    ...(replaces && { replaces: [replaces] }),
  });
const toWarehouse = (minutes: number, warehouseId: string) =>
  saidOfCase(minutes, { fact: 'details', details: { warehouseId } });
const decided = (minutes: number, decision: 'approved' | 'withdrawn') =>
  saidOfCase(minutes, { fact: 'decided', decision, by: 'buyer' });

describe('preAdviceTellings', () => {
  it('announces a parcel in the warehouse’s own codes, with the return address and without a contact', () => {
    const { hear } = createNarrator();
    const reason = saidOfCase(1, { fact: 'details', details: { reason: { code: 'broken' } } });
    const advice = only(hear(returnSentIn(), track(1, 'PA01'), reason), 'Return Tracking Assigned');

    expect(advice).toMatchObject({
      warehouseId: 'east',
      trackingNumber: 'PA01',
      carrier: 'SF',
      caseId: 'C1',
      lines: [{ sku: 'E-1', quantity: 2 }],
      check: ['quantity', 'condition', 'broken'],
      returnAddress: { country: 'CN', region: 'R', city: 'C', line: 'L 1' },
    });
    expect(JSON.stringify(advice)).not.toContain('phone');
  });

  it.each([
    [
      'is not approved',
      [
        saidOfCase(0, {
          fact: 'details',
          details: { warehouseId: 'east', lines: [{ lineId: '1', sku: 'S1', quantity: 1 }] },
        }),
        track(1, 'PA01'),
      ],
    ],
    ['has no lines', [toWarehouse(0, 'east'), decided(0, 'approved'), track(1, 'PA01')]],
    ['has no number', [returnSentIn()]],
    ['goes to a warehouse that another system tells', [returnSentIn('PA01'), toWarehouse(1, 'erp')]],
    ['goes to a warehouse that nobody knows', [returnSentIn('PA01'), toWarehouse(1, 'nowhere')]],
  ])('announces nothing while the case %s', (_what, observations) => {
    expect(typesOf(createNarrator().hear(...observations), 'Return Tracking')).toEqual([]);
  });

  it('tells it once per content: a parcel that moves changes nothing', () => {
    const { hear } = createNarrator();
    hear(returnSentIn('PA01'));

    expect(typesOf(hear(returnSentIn('PA01'), stateOf('PA01', receipt(60, 2))), 'Return Tracking')).toEqual([]);
  });

  it('names what a changed content replaces, with another announcement id', () => {
    const { hear } = createNarrator();
    const first = only(hear(returnSentIn('PA01')), 'Return Tracking Assigned');
    const orderId = saidOfCase(1, { fact: 'details', details: { orderId: 'O2' } });
    const second = only(hear(returnSentIn('PA01'), orderId), 'Return Tracking Replaced');

    expect(second.replaces).toEqual([{ announcementId: first.announcementId, trackingNumber: 'PA01' }]);
    expect(second.announcementId).not.toBe(first.announcementId);
    expect(second.orderId).toBe('O2');
  });

  it('tells three times of a number that is replaced and put back', () => {
    const { hear } = createNarrator();
    const words = [returnSentIn('PA01'), track(10, 'PA02', 'PA01'), track(20, 'PA01', 'PA02')] as const;
    const first = only(hear(words[0]), 'Return Tracking Assigned');
    const second = only(hear(...words.slice(0, 2)), 'Return Tracking Replaced');
    const third = only(hear(...words), 'Return Tracking Replaced');

    expect(second).toMatchObject({
      trackingNumber: 'PA02',
      replaces: [{ announcementId: first.announcementId, trackingNumber: 'PA01' }],
    });
    expect(third).toMatchObject({
      trackingNumber: 'PA01',
      replaces: [{ announcementId: second.announcementId, trackingNumber: 'PA02' }],
    });
    expect(third.announcementId).not.toBe(first.announcementId);
    expect(hear(...words)).toEqual([]);
  });

  it('gives the lines to the first parcel only', () => {
    const changes = createNarrator().hear(returnSentIn('PA01', 'PA02', 'PA03'));
    const advices = changes.flatMap((change) => (change.type === 'Return Tracking Assigned' ? [change.data] : []));

    expect(advices.map(({ trackingNumber, lines }) => [trackingNumber, lines.length])).toEqual([
      ['PA01', 1],
      ['PA02', 0],
      ['PA03', 0],
    ]);
  });

  it('withdraws it from the one warehouse and announces it to the other', () => {
    const { hear } = createNarrator();
    const first = only(hear(returnSentIn('PA01')), 'Return Tracking Assigned');
    const changes = hear(returnSentIn('PA01'), toWarehouse(10, 'west'));

    expect(only(changes, 'Return Tracking Withdrawn')).toMatchObject({
      announcementId: first.announcementId,
      warehouseId: 'east',
    });
    expect(only(changes, 'Return Tracking Assigned')).toMatchObject({
      warehouseId: 'west',
      lines: [{ sku: 'S1', quantity: 2 }],
    });
  });

  it('withdraws every parcel of a withdrawn case, once, and announces them anew when it is approved again', () => {
    const { hear } = createNarrator();
    const start = returnSentIn('PA01', 'PA02');
    hear(start);
    const withdrawn = decided(10, 'withdrawn');

    expect(typesOf(hear(start, withdrawn), 'Return Tracking')).toEqual([
      'Return Tracking Withdrawn',
      'Return Tracking Withdrawn',
    ]);
    expect(hear(start, withdrawn)).toEqual([]);
    expect(typesOf(hear(start, withdrawn, decided(20, 'approved')), 'Return Tracking')).toEqual([
      'Return Tracking Assigned',
      'Return Tracking Assigned',
    ]);
  });

  it('withdraws what no new number stands for', () => {
    const { hear } = createNarrator();
    const start = returnSentIn('PA01', 'PA02');
    hear(start);
    const whole = saidOfCase(10, { fact: 'tracking', origin: 'store', numbers: [{ number: 'PA02' }], whole: true });
    const changes = hear(start, whole);

    expect(only(changes, 'Return Tracking Withdrawn')).toMatchObject({ trackingNumber: 'PA01' });
    expect(only(changes, 'Return Tracking Replaced')).toMatchObject({
      trackingNumber: 'PA02',
      lines: [{ quantity: 2 }],
    });
  });
});

describe('isSettled', () => {
  const start = returnSentIn('PA01');
  const came = stateOf('PA01', receipt(60, 2));
  const closed = saidOfCase(90, { fact: 'closed' });
  const renamed = saidOfCase(100, { fact: 'details', details: { orderId: 'O2' } });

  it.each<[string, readonly CaseObservation[]]>([
    ['a detail that changed', [renamed]],
    ['a carrier that changed', [track(100, 'PA01')]],
    ['a number that took its place', [track(100, 'PA02', 'PA01')]],
    ['a withdrawal of the case', [decided(100, 'withdrawn')]],
    ['another warehouse', [toWarehouse(100, 'erp')]],
  ])('keeps what was told of a parcel whose goods came, whatever is said then: %s', (_what, later) => {
    const { hear, told } = createNarrator();
    const first = only(hear(start), 'Return Tracking Assigned');
    hear(start, came);
    const changes = hear(start, came, ...later).filter(({ type }) => type.startsWith('Return Tracking'));

    expect(changes.filter(({ data }) => 'trackingNumber' in data && data.trackingNumber === 'PA01')).toEqual([]);
    expect(told()['pre-advice/east/PA01']).toMatchObject({ times: 1, change: { data: first } });
    expect(told()['pre-advice/east/PA01']?.hash).not.toBe('');
  });

  it('announces nothing of a parcel whose goods were counted before it could be', () => {
    expect(typesOf(createNarrator().hear(start, came), 'Return Tracking')).toEqual([]);
  });

  it('announces a parcel that came unannounced, once, while nobody has counted what is in it', () => {
    const { hear } = createNarrator();
    const bare = stateOf('PA01', { fact: 'received', receiptId: 'dock', warehouseId: 'east', at: minute(60) });

    expect(typesOf(hear(start, bare), 'Return Tracking')).toEqual(['Return Tracking Assigned']);
    expect(typesOf(hear(start, bare, renamed), 'Return Tracking')).toEqual([]);
  });

  it('still announces where the goods have not come: they may have been brought to the wrong warehouse', () => {
    const elsewhere = stateOf('PA01', { ...receipt(60, 2), warehouseId: 'west' });

    expect(typesOf(createNarrator().hear(start, elsewhere), 'Return Tracking')).toEqual(['Return Tracking Assigned']);
  });

  it('goes on with a case that was closed because the money went first: its goods are still on their way', () => {
    const { hear } = createNarrator();
    hear(start, closed);

    expect(only(hear(start, closed, renamed), 'Return Tracking Replaced').orderId).toBe('O2');
    expect(typesOf(createNarrator().hear(start, closed), 'Return Tracking')).toEqual(['Return Tracking Assigned']);
    expect(typesOf(hear(start, closed, renamed, came, track(100, 'PA01')), 'Return Tracking')).toEqual([]);
  });

  it('takes back what a withdrawn case announced, though the store closed it, too', () => {
    const { hear } = createNarrator();
    hear(start);

    expect(typesOf(hear(start, decided(90, 'withdrawn'), closed), 'Return Tracking')).toEqual([
      'Return Tracking Withdrawn',
    ]);
  });
});

describe('holderOf', () => {
  const linesTold = (...observations: readonly CaseObservation[]) =>
    createNarrator()
      .hear(...observations)
      .flatMap((change) => (change.type === 'Return Tracking Assigned' ? [change.data] : []))
      .map(({ trackingNumber, lines }) => [trackingNumber, lines.length]);
  const early = { ...track(0, 'PA00'), receivedAt: minute(120) };

  it('leaves the lines with a parcel that came, though a number turns up that was stated before it', () => {
    const start = returnSentIn();
    const words = [start, track(10, 'PA01')] as const;

    expect(linesTold(...words, early)).toEqual([
      ['PA00', 1],
      ['PA01', 0],
    ]);
    expect(linesTold(...words, stateOf('PA01', receipt(60, 2)), early)).toEqual([['PA00', 0]]);
  });

  it('leaves them with the first parcel when the second comes before it', () => {
    expect(linesTold(returnSentIn('PA01', 'PA02'), stateOf('PA02', receipt(60, 1)))).toEqual([['PA01', 1]]);
  });

  it('gives them to the number that stands for one that came and does not count any more', () => {
    const replaced = [returnSentIn('PA01'), stateOf('PA01', receipt(60, 2)), track(100, 'PA02', 'PA01')];

    expect(linesTold(...replaced)).toEqual([['PA02', 1]]);
  });
});

describe('plannedPreAdvices', () => {
  it('plans nothing of a number that too many cases name, and takes back what was announced', () => {
    const { hear } = createNarrator();
    const start = returnSentIn('PA01', 'PA02');
    hear(start);
    const links = Array.from({ length: 11 }, (_, index) => linkOf(`test:a:C${index}`, 1));
    const changes = hear(start, parcelStateOf('PA01', [], links));

    expect(only(changes, 'Return Tracking Withdrawn')).toMatchObject({ trackingNumber: 'PA01' });
    expect(only(changes, 'Return Tracking Replaced')).toMatchObject({
      trackingNumber: 'PA02',
      lines: [{ quantity: 2 }],
    });
  });
});

describe('preAdviceTellings after a newer fold took something over in silence', () => {
  const key = 'pre-advice/east/PA01';
  const first = createNarrator();
  const heard = only(first.hear(returnSentIn('PA01')), 'Return Tracking Assigned');
  const entry = first.told()[key] as ToldEntry;
  const silently = (fields: Pick<ToldEntry, 'hash' | 'change'>): Told => ({
    ...first.told(),
    [key]: { times: 2, silent: true, before: entry, ...fields },
  });
  const changed = silently({
    hash: 'another',
    change: { ...entry.change, data: { ...heard, announcementId: 'never-heard' } } as Change,
  });
  const { announcementId } = heard;

  it('withdraws what the warehouse heard of', () => {
    const { hear } = createNarrator([], testRules, changed);
    const withdrawn = only(hear(returnSentIn('PA01'), decided(5, 'withdrawn')), 'Return Tracking Withdrawn');

    expect(withdrawn.announcementId).toBe(announcementId);
  });

  it('replaces what the warehouse heard of', () => {
    const { hear } = createNarrator([], testRules, changed);
    const replaced = only(hear(returnSentIn('PA01')), 'Return Tracking Replaced');

    expect(replaced.replaces).toEqual([{ announcementId, trackingNumber: 'PA01' }]);
  });

  it('replaces what only the newer fold would have withdrawn, once it is announced again', () => {
    const gone = silently({ hash: '' });
    const { hear } = createNarrator([], testRules, gone);
    const replaced = only(hear(returnSentIn('PA01')), 'Return Tracking Replaced');

    expect(replaced.replaces).toEqual([{ announcementId, trackingNumber: 'PA01' }]);
    expect(typesOf(createNarrator([], testRules, gone).hear(decided(5, 'withdrawn')), 'Return Tracking')).toEqual([]);
  });
});
