import { describe, expect, it } from 'vitest';
import type { CaseView } from '#shared/api/case-view.ts';
import type { SeededCase, Stray } from '../../../tools/demo/welcome/episode.ts';
import { type Looking, openLook } from '../../../tools/demo/welcome/look.ts';
import { viewOf } from './views.ts';

const seeded = (key: string): SeededCase => ({
  key,
  title: { en: `case ${key}`, 'zh-CN': key },
  becomes: { headline: 'approved', decision: 'approved' },
});
const stray: Stray = { title: { en: 'a parcel', 'zh-CN': '包裹' }, list: 'unclaimed', name: 'JT1' };
const ref = { source: 'standard', channel: 'own-store', id: 'msg_1' };

function world() {
  const state = {
    views: new Map<string, CaseView>([
      ['a', viewOf()],
      ['b', viewOf()],
    ]),
    depths: [] as { queue: string; messages: number }[],
    unclaimed: ['JT1'],
    kept: true,
    asked: [] as string[],
    shown: new Map<string, CaseView>(),
  };
  const looking = {
    reader: {
      readCase: async (key: string) => {
        state.asked.push(key);
        return state.views.get(key);
      },
    },
    store: {
      listings: {
        listUnclaimed: async () => state.unclaimed,
        listNotUnderstood: async () => [],
        listUnmatched: async () => [],
      },
      deliveries: { read: async () => (state.kept ? {} : undefined) },
    },
    deliveries: { accepted: () => [ref] },
    readDepths: async () => state.depths,
    onCase: (key: string, view: CaseView) => state.shown.set(key, view),
  } as unknown as Looking;
  const look = openLook(looking, { cases: [seeded('a'), seeded('b')], strays: [stray], livings: [], afterwards: [] });
  return { state, look };
}

describe('openLook', () => {
  it('finds nothing where all is right, and has every case to show', async () => {
    const { state, look } = world();

    expect(await look()).toEqual({ queues: [], different: [] });
    expect([...state.shown.keys()]).toEqual(['a', 'b']);
  });

  it('reads no case while messages are under way', async () => {
    const { state, look } = world();
    state.depths = [
      { queue: 'backhaul-demo-inbox', messages: 2 },
      { queue: 'backhaul-demo-to-east', messages: 0 },
    ];

    expect(await look()).toEqual({ queues: [{ queue: 'backhaul-demo-inbox', messages: 2 }], different: [] });
    expect(state.asked).toEqual([]);
  });

  it('names what is not so of a case, and that there is none', async () => {
    const { state, look } = world();
    state.views = new Map([['b', viewOf({ headline: 'closed' })]]);

    expect((await look()).different).toEqual([
      'case a (a): there is no such case',
      'case b (b): headline is closed, not approved',
    ]);
  });

  it('looks again at what was not right, and at all once more before it says that all is', async () => {
    const { state, look } = world();
    state.views.set('b', viewOf({ headline: 'closed' }));
    await look();
    state.asked.length = 0;
    state.views = new Map([
      ['a', viewOf({ headline: 'declined' })],
      ['b', viewOf()],
    ]);

    expect((await look()).different).toEqual(['case a (a): headline is declined, not approved']);
    expect(state.asked).toEqual(['b', 'a', 'b']);
  });

  it('names what is in no list, and what was accepted and not kept', async () => {
    const { state, look } = world();
    Object.assign(state, { unclaimed: [], kept: false });

    expect((await look()).different).toEqual([
      'a parcel: JT1 is not in the list unclaimed',
      'delivery msg_1 of standard/own-store was accepted and is not kept',
    ]);
  });

  it('does not forget what was not kept at first, and looks at no delivery twice that was', async () => {
    const { state, look } = world();
    state.kept = false;
    await look();
    state.kept = true;
    await look();
    state.kept = false;

    expect((await look()).different).toEqual([]);
  });

  it('tells of dead letters, which nobody waits for', async () => {
    const { state, look } = world();
    state.depths = [{ queue: 'backhaul-demo-inbox-dlq', messages: 1 }];

    expect(await look()).toEqual({ queues: [{ queue: 'backhaul-demo-inbox-dlq', messages: 1 }], different: [] });
  });
});
