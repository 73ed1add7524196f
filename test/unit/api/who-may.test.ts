import { beforeAll, describe, expect, it } from 'vitest';
import { contracts } from '#shared/api/contract/all-contracts.ts';
import type { Contract } from '#shared/api/contract.ts';
import { type OperationName, operationNames, operations } from '#shared/api/operations.ts';
import { pathPartOf } from '#shared/api/path-part.ts';
import type { ApiAnswer, ApiRequest } from '#shared/api/serve.ts';
import { serveRequest } from '#shared/api/serve-request.ts';
import { takeRequest } from '#shared/api/take-request.ts';
import type { Merchant } from '#shared/merchant/merchant.ts';
import { createSimulation, type Simulation, simulatedNow } from '../../memory/simulation.ts';
import { testMerchant } from '../../memory/test-merchant.ts';
import { surroundingsOf } from './surroundings.ts';
import { aboutParcel, caseKey, delivery, recordMore, requested, shanghai } from './whole-return.ts';

/*
 * Who may ask for what: every operation by every role, in a team that has the shop of the case, in a team of another shop, and in none. Each cell is asked of
 * the router as the function does it.
 */

const team = { id: 'own', oidcGroup: 'own-team', shops: ['test:a'], grades: [], targets: {} };
const merchant: Merchant = {
  ...testMerchant,
  teams: [team, { ...team, id: 'other', oidcGroup: 'other-team', shops: ['test:b'] }],
};

/** In this order stand the cells of a row. */
const callers: readonly (readonly [name: string, groups: readonly string[] | undefined])[] = [
  ...['admin', 'merchant-approver', 'warehouse', 'agent'].flatMap((role) => [
    [`${role} in no team`, [role]] as const,
    [`${role} in the shop's team`, [role, 'own-team']] as const,
    [`${role} in another shop's team`, [role, 'other-team']] as const,
  ]),
  ["the shop's team", ['own-team']],
  ["another shop's team", ['other-team']],
  ['a token without groups', []],
  ['no token', undefined],
];

/** y: answered. h: answered, without what is of the shop. n: as what does not exist. x: refused by role. !: no token. */
type Cell = 'y' | 'h' | 'n' | 'x' | '!';

//                                admin  approver warehouse agent  teams  none
const everybody = /*           */ 'yyy   yyy      yyy       yyy    yy     x!';
const listsOfTheShop = /*      */ 'yyy   yyy      yyy       yyh    yh     x!';
const theCase = /*             */ 'yyy   yyy      yyy       yyn    yn     x!';
const adminsOnly = /*          */ 'yyy   xxx      xxx       xxx    xx     x!';

const table: Readonly<Record<OperationName, string>> = {
  showMe: everybody,
  listAttention: listsOfTheShop,
  listCases: listsOfTheShop,
  search: listsOfTheShop,
  showCase: theCase,
  showTimeline: theCase,
  listCaseDeliveries: adminsOnly,
  // A parcel that no case counts is of no shop: whoever sees any may find out whose it is, among the cases that they see.
  listUnclaimed: everybody,
  showUnclaimed: everybody,
  showPolicy: adminsOnly,
  listDeliveries: adminsOnly,
  showDelivery: adminsOnly,
  listSources: adminsOnly,
  showShift: listsOfTheShop,
  takeCaseAct: theCase,
  takeParcelAct: everybody,
  acceptShift: listsOfTheShop,
  replayDelivery: adminsOnly,
  showOpenapi: everybody,
};

const orphan = 'SF999';
const parts: Readonly<Record<string, string>> = {
  key: caseKey,
  number: orphan,
  source: 'test',
  channel: 'shop-a',
  id: 'd-1',
};

interface Sent {
  readonly query?: ApiRequest['query'];
  readonly json?: unknown;
}
/** What is sent with it. */
const sent: Readonly<Partial<Record<OperationName, Sent>>> = {
  search: { json: { text: 'SO-1' } },
  showShift: { query: { of: 'mine' } },
  takeCaseAct: { json: { act: 'flag', flag: 'red' } },
  takeParcelAct: { json: { act: 'flag', flag: 'red' } },
  acceptShift: { json: { records: [{ caseKey }] } },
};

/** Of an answer that may leave out what is of the shop: whether it does. */
const shows: Partial<Record<OperationName, (body: string) => boolean>> = {
  acceptShift: (body) => !body.includes('no-such-record'),
};

let simulation: Simulation;
beforeAll(async () => {
  simulation = createSimulation({ merchant });
  await recordMore(
    simulation,
    requested,
    delivery(
      'wms',
      shanghai('10:00', 12),
      aboutParcel(orphan, { fact: 'received', receiptId: 'R9', warehouseId: 'east', at: shanghai('10:00', 12) }),
    ),
  );
  const ref = { source: 'test', channel: 'shop-a', id: 'd-1' };
  const strange = { ...ref, via: 'webhook', receivedAt: simulatedNow, headers: {}, body: Buffer.from('?') } as const;
  await simulation.table.deliveries.keep(strange, { outcome: 'not-understood', reason: 'data: is missing' });
  const claimed = await ask('takeCaseAct', ['own-team'], { act: 'claim' });
  expect(claimed.status).toBe(200);
});

let count = 0;
async function ask(
  name: OperationName,
  groups: readonly string[] | undefined,
  json?: unknown,
): Promise<ApiAnswer & { readonly status: number }> {
  count += 1;
  const { route, by } = operations[name];
  const what: Sent = json === undefined ? (sent[name] ?? {}) : { json };
  const request: ApiRequest = {
    route,
    path: Object.fromEntries(
      [...route.matchAll(/\{(\w+)\}/g)].map(([, part = '']) => [part, pathPartOf(parts[part] ?? '')]),
    ),
    query: what.query ?? {},
    body: Buffer.from(what.json === undefined ? '' : JSON.stringify(what.json)),
    key: `key-${count}`,
    ...(groups && { claims: { sub: 'somebody', groups } }),
  };
  const api = surroundingsOf(simulation, { merchant, now: () => simulatedNow });
  const answer = by === 'take-acts' ? await takeRequest(api, request) : await serveRequest(api, request);
  return { ...answer, status: answer.reply.status };
}

function cellOf({ status, reply }: Awaited<ReturnType<typeof ask>>, name: OperationName): Cell | string {
  if (status !== 200 && status !== 202) {
    return { 401: '!', 403: 'x', 404: 'n' }[status] ?? `${status} ${reply.body}`;
  }
  const isShown = shows[name] ?? ((body: string) => body.includes(caseKey));
  return operations[name].about !== 'shops' || !table[name].includes('h') || isShown(reply.body) ? 'y' : 'h';
}

const cells = operationNames.flatMap((name) =>
  [...table[name].replaceAll(' ', '')].map((cell, n) => {
    const [caller = '', groups] = callers[n] ?? [];
    return [name, caller, cell, groups] as const;
  }),
);

describe('who may ask for what', () => {
  it('has a cell for each operation and each caller', () => {
    expect(cells).toHaveLength(operationNames.length * callers.length);
  });

  it.each(cells)('%s by %s is answered %s', async (name, _caller, cell, groups) => {
    expect(cellOf(await ask(name, groups), name)).toBe(cell);
  });

  it.each(operationNames)('%s answers no more than its contract says', async (name) => {
    const { reply, status } = await ask(name, ['admin']);
    const contract: Contract = contracts[name];
    const body = JSON.parse(reply.body);

    expect(status).toBe(contract.status ?? 200);
    expect(contract.reply.parse(body)).toEqual(body);
  });

  it.each(operationNames.filter((name) => table[name].includes('n')))(
    '%s says of what is not yours just what it says of what does not exist',
    async (name) => {
      const hidden = await ask(name, ['other-team']);
      const own = parts.key;
      Object.assign(parts, { key: 'test:b:none' });
      const absent = await ask(name, ['other-team']);
      Object.assign(parts, { key: own });

      expect(absent.reply).toEqual(hidden.reply);
      expect(hidden.caseKey).toBeUndefined();
    },
  );
});
