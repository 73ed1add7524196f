import { describe, expect, it } from 'vitest';
import { readTimelineRecord } from '#shared/api/read-timeline-record.ts';
import { renderTimeline } from '#shared/api/render-timeline.ts';
import { takeRequest } from '#shared/api/take-request.ts';
import { timelineOf } from '#shared/api/timeline.ts';
import { locales } from '#shared/words/locale.ts';
import { minute } from '../../memory/script.ts';
import { type ActingWorld, actingWorld, caseKey, parcel, teamMerchant } from '../acting/acting-world.ts';

interface Asked {
  readonly route?: string;
  readonly path?: Readonly<Record<string, string>>;
  readonly groups?: readonly string[];
  readonly sub?: string;
  readonly key?: string;
}

const ofCase = 'POST /cases/{key}/acts';
const ofParcel = 'POST /parcels/{number}/acts';

async function ask({ acting, simulation }: ActingWorld, body: unknown, asked: Asked = {}) {
  const { route = ofCase, path = { key: caseKey }, groups = ['day-team'], sub = 'ann', key = 'k-1' } = asked;
  const claims = { groups, ...(sub && { sub }) };
  const bytes = new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body));
  const { reply, ...line } = await takeRequest(
    { ...acting, deliveryLookup: simulation.table.deliveryLookup, replays: { send: async () => {} } },
    { route, path, query: {}, body: bytes, key, claims },
  );
  return { status: reply.status, ...line, body: JSON.parse(reply.body) };
}

describe('POST /cases/{key}/acts', () => {
  it('answers with the case as it then is, and the number of the act', async () => {
    const world = await actingWorld();

    expect(await ask(world, { act: 'claim' })).toMatchObject({
      status: 200,
      caseKey,
      body: { n: 2, case: { key: caseKey, work: { owner: { person: 'ann', since: minute(100) }, notes: 0 } } },
    });
  });

  it('answers 409 with who owns it, in both languages', async () => {
    const world = await actingWorld();
    await ask(world, { act: 'claim' });

    expect(await ask(world, { act: 'claim' }, { sub: 'bo', key: 'k-2' })).toMatchObject({
      status: 409,
      body: {
        status: 409,
        code: 'owned',
        detail: 'owned by ann since 2026-03-01 09:40',
        'detail-zh-CN': '已由 ann 于 2026-03-01 09:40 领取',
        owner: { person: 'ann', since: minute(100) },
      },
    });
  });

  it('answers 409 with what came between', async () => {
    const world = await actingWorld();
    const choose = (warehouseId: string) => ({ act: 'choose-warehouse', warehouseId, ifAct: 1 });
    await ask(world, choose('west'));

    expect(await ask(world, choose('east'), { sub: 'bo', key: 'k-2' })).toMatchObject({
      status: 409,
      body: { code: 'came-between', between: { n: 2, act: 'choose-warehouse', by: 'ann', at: minute(100) } },
    });
  });

  it.each<[string, Asked, number]>([
    ['a case of other shops', { groups: ['outlet-team'] }, 404],
    ['a case that is not there', { path: { key: 'test:a:C9' } }, 404],
    ['no case key', { path: { key: 'C1' } }, 400],
    ['somebody without a group', { groups: ['guests'] }, 403],
    ['a token that names nobody', { sub: '' }, 403],
    ['no idempotency key', { key: '' }, 400],
    ['an idempotency key without end', { key: 'k'.repeat(129) }, 400],
  ])('answers %s as a problem, and keeps nothing', async (_what, asked, status) => {
    const world = await actingWorld();

    expect(await ask(world, { act: 'claim' }, asked)).toMatchObject({
      status,
      body: { status, 'detail-zh-CN': expect.any(String) },
    });
    expect(await world.simulation.table.cases.readActs(caseKey)).toHaveLength(1);
  });

  it('hears the same of a case of other shops as of one that is not there', async () => {
    const world = await actingWorld();
    const others = await ask(world, { act: 'claim' }, { groups: ['outlet-team'] });

    expect(others).toEqual(await ask(world, { act: 'claim' }, { path: { key: 'test:a:C9' } }));
  });

  it.each([
    ['what is no JSON', '{', 400],
    ['an act that nobody knows', { act: 'refund-everything' }, 422],
    ['a text that is too long', { act: 'note', text: 'x'.repeat(1001) }, 422],
    ['an act in another’s name', { act: 'claim', by: { person: 'bo' } }, 422],
    ['a time that has passed', { act: 'snooze', until: minute(99), reason: 'other' }, 422],
    ['a warehouse that nobody configured', { act: 'choose-warehouse', warehouseId: 'moon', ifAct: 1 }, 422],
  ])('answers %s as a problem', async (_what, body, status) => {
    expect(await ask(await actingWorld(), body)).toMatchObject({ status });
  });

  it('answers 403 to a role that may not', async () => {
    const body = { act: 'handled-on-platform', did: 'refunded' };

    expect(await ask(await actingWorld(), body, { groups: ['warehouse'] })).toMatchObject({
      status: 403,
      body: { code: 'not-your-role' },
    });
  });

  it('takes the key of the body where no header has one', async () => {
    const world = await actingWorld();
    const first = await ask(world, { act: 'claim', key: 'b-1' }, { key: '' });

    expect((await world.simulation.table.cases.readActs(caseKey))[1]?.key).toBe('b-1');
    expect((await ask(world, { act: 'claim', key: 'b-1' }, { key: '' })).body.n).toBe(first.body.n);
  });
});

describe('POST /parcels/{number}/acts', () => {
  const asked = { route: ofParcel, path: { number: parcel } };

  it('answers with the parcel as it then is', async () => {
    expect(await ask(await actingWorld(), { act: 'flag', flag: 'red' }, asked)).toMatchObject({
      status: 200,
      trackingNumber: parcel,
      body: { n: 1, parcel: { number: parcel, cases: [caseKey], unclaimed: false, work: { flag: 'red' } } },
    });
  });

  it('finds it by what a scanner read of its label', async () => {
    const world = await actingWorld();
    expect(await ask(world, { act: 'claim' }, { ...asked, path: { number: 'pa01' } })).toMatchObject({ status: 200 });
  });

  it.each<[string, Asked]>([
    ['a parcel of other shops', { groups: ['outlet-team'] }],
    ['a number that nobody knows', { path: { number: 'PA09' } }],
    ['no number', { path: { number: '' } }],
  ])('answers 404 to %s', async (_what, fields) => {
    expect(await ask(await actingWorld(), { act: 'claim' }, { ...asked, ...fields })).toMatchObject({ status: 404 });
  });
});

describe('POST /shift/accept', () => {
  const shift = { route: 'POST /shift/accept', path: {} };

  it('answers for each record whether it was taken, and why not', async () => {
    const world = await actingWorld();
    await ask(world, { act: 'claim' });
    await ask(world, { act: 'hand-over', to: { team: 'night' } }, { key: 'k-2' });
    const records = [{ caseKey }, { parcel }, { caseKey: 'test:b:C2' }];
    const answer = await ask(world, { records }, { ...shift, groups: ['night-team'], sub: 'bo', key: 'k-3' });

    expect(answer).toEqual({
      status: 200,
      body: {
        records: [
          { record: { caseKey }, n: 4 },
          {
            record: { parcel },
            code: 'not-offered',
            text: { 'zh-CN': '没有待接收的交接', en: 'it was not handed over' },
          },
          { record: { caseKey: 'test:b:C2' }, code: 'no-such-record', text: expect.any(Object) },
        ],
      },
    });
  });

  it('takes nothing that is not the caller’s to see', async () => {
    const world = await actingWorld();
    await ask(world, { act: 'claim' });
    await ask(world, { act: 'hand-over', to: { person: 'out' } }, { key: 'k-2' });
    const { body } = await ask(
      world,
      { records: [{ caseKey }] },
      { ...shift, groups: ['outlet-team'], sub: 'out', key: 'k-3' },
    );

    expect(body.records).toMatchObject([{ code: 'no-such-record' }]);
  });

  it('refuses more records than it can answer in time', async () => {
    const records = Array.from({ length: 101 }, () => ({ caseKey }));
    expect(await ask(await actingWorld(), { records }, shift)).toMatchObject({ status: 422 });
  });
});

describe('the timeline', () => {
  const note = '王小明说明天寄出';

  async function timelines({ simulation, acting }: ActingWorld) {
    const stored = await simulation.table.cases.readSnapshot(caseKey);
    const record = await readTimelineRecord(acting, stored!);
    return Object.fromEntries(
      locales.map((locale) => [locale, timelineOf(record, { locale, merchant: teamMerchant })]),
    );
  }

  it('tells every act of work in both languages, those on a parcel with its number', async () => {
    const world = await actingWorld();
    const bodies = [
      { act: 'claim' },
      { act: 'flag', flag: 'red' },
      { act: 'snooze', until: minute(200), reason: 'waits-for-buyer' },
      { act: 'wake' },
      { act: 'note', text: note, promisedUntil: minute(300) },
      { act: 'handled-on-platform', did: 'refunded' },
      { act: 'hand-over', to: { team: 'night' } },
      { act: 'reassign', to: { person: 'bo' } },
    ];
    for (const [index, body] of bodies.entries()) {
      world.at(100 + index);
      expect(await ask(world, body, { key: `k-${index}` })).toMatchObject({ status: 200 });
    }
    world.at(120);
    await ask(world, { act: 'claim' }, { route: ofParcel, path: { number: parcel }, key: 'p' });
    const { en, 'zh-CN': zh } = await timelines(world);
    const own = (entries: typeof en) => entries?.filter(({ by }) => by === 'person:ann').map(({ text }) => text);

    expect(own(en)).toEqual([
      'Claimed it',
      'Flagged it red',
      'To be followed up at 2026-03-01 11:20, waits for the buyer',
      'Put it off no longer',
      'Wrote a note, promised the buyer by 2026-03-01 13:00',
      "Handled on the platform: refunded, the store's word is awaited",
      'Handed it over to team night, not accepted yet',
      'Reassigned it to bo',
      'Parcel PA01: Claimed it',
    ]);
    expect(own(zh)).toEqual([
      '领取',
      '标记红旗',
      '2026-03-01 11:20 再跟进，等买家',
      '取消稍后跟进',
      '备注，答应买家最迟 2026-03-01 13:00',
      '已在平台处理：退款，待平台回传',
      '交接给团队 night，待接收',
      '转派给 bo',
      '包裹 PA01：领取',
    ]);
  });

  it('shows what a note says, until the people of the case were erased', async () => {
    const world = await actingWorld();
    await ask(world, { act: 'note', text: note });
    const entry = async () => (await timelines(world)).en?.find(({ kind }) => kind === 'noted');

    expect(await entry()).toMatchObject({ text: 'Wrote a note', note });
    expect(renderTimeline([(await entry())!], 'en', 'Asia/Shanghai').join('')).toContain(`Wrote a note: ${note}`);
    await world.simulation.table.cases.erasePersonalData(caseKey);
    expect(await entry()).not.toHaveProperty('note');
  });

  it('reads no personal data of a case without notes', async () => {
    const world = await actingWorld();
    await ask(world, { act: 'claim' });
    const readPersonalData = () => Promise.reject(new Error('nobody may look'));
    const { acting } = world;
    const reads = { cases: { ...acting.cases, readPersonalData }, parcels: { ...acting.parcels, readPersonalData } };
    const stored = await acting.cases.readSnapshot(caseKey);

    expect((await readTimelineRecord(reads, stored!)).notes).toEqual({});
  });
});
