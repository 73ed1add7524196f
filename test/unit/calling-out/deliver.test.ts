import { beforeEach, describe, expect, it } from 'vitest';
import { callMs } from '#shared/calling-out/call-warehouse.ts';
import { createDelivering, mostAttempts } from '#shared/calling-out/deliver.ts';
import type { Delivering } from '#shared/calling-out/delivering.ts';
import { orderCodeOf } from '#shared/calling-out/next-step.ts';
import type { Ledger } from '#shared/calling-out/ports.ts';
import { leaseMs, quietMs } from '#shared/calling-out/take-step.ts';
import type { Merchant, Warehouse } from '#shared/merchant/merchant.ts';
import type { InboxMessage } from '#shared/messages/inbox-message.ts';
import type { TellMessage } from '#shared/messages/tell-message.ts';
import type { PreAdvice } from '#shared/returns/pre-advice/events.ts';
import type { Change, Told } from '#shared/returns/record/change.ts';
import { addMillis, type Instant } from '#shared/returns/record/instant.ts';
import type { CallResult, OrderCall } from '#shared/warehouses/connector.ts';
import { createMemoryTable } from '../../memory/memory-table.ts';
import { testMerchant } from '../../memory/test-merchant.ts';
import { adviceOf, caseKey, orderOf, second } from './advices.ts';

const [template] = testMerchant.warehouses;
const warehouseOf = (id: string, fields: Partial<Warehouse>): Warehouse => ({
  ...(template as Warehouse),
  id,
  ...fields,
});
const merchant: Merchant = {
  ...testMerchant,
  channels: [{ source: 'qimen', channel: 'wms-hangzhou', role: 'warehouse', shops: [], warehouse: 'hangzhou' }],
  warehouses: [
    warehouseOf('hangzhou', { connector: 'qimen' }),
    warehouseOf('plain', { connector: 'qimen', senderMasking: 'placeholder' }),
    warehouseOf('north', { connector: 'http' }),
    warehouseOf('east', { connector: 'queue' }),
  ],
};

const advice = adviceOf('a');
const { announcementId } = advice;
const orderCode = orderCodeOf(announcementId);
const message = (fields: Partial<TellMessage> = {}): TellMessage => ({
  caseKey,
  warehouseId: 'hangzhou',
  attempt: 0,
  ...fields,
});

function toldOf(...advices: readonly PreAdvice[]): Told {
  const entries = advices.map((data) => {
    const change = { type: 'Return Tracking Assigned', data } as Change;
    return [`pre-advice/${data.warehouseId}/${data.trackingNumber}`, { times: 1, hash: 'h', change }] as const;
  });
  return Object.fromEntries(entries);
}

describe('createDelivering', () => {
  let now: Instant;
  let told: Told | undefined;
  let table: ReturnType<typeof createMemoryTable>;
  let calls: (readonly [verb: string, call: OrderCall])[];
  let secretsRead: string[];
  let sent: InboxMessage[];
  let putBack: (readonly [message: TellMessage, delaySeconds: number])[];
  let answer: (verb: 'create' | 'cancel', call: OrderCall) => CallResult;

  const parts = (): Delivering => {
    const call = (verb: 'create' | 'cancel') => async (made: OrderCall) => {
      calls.push([verb, made]);
      return answer(verb, made);
    };
    return {
      merchant,
      readRecord: async () => told && { told },
      ledgers: table.ledgers,
      readPerson: async () => ({ name: '张三' }),
      connectorOf: (connector) =>
        connector === 'queue' ? undefined : { connector, create: call('create'), cancel: call('cancel') },
      secretOf: async (source, channel) => {
        secretsRead.push(`${source}/${channel}`);
        return 'the secret';
      },
      send: async (each) => void sent.push(each),
      putBack: async (each, delaySeconds) => void putBack.push([each, delaySeconds]),
      now: () => now,
      leaseHolder: () => 'w-1',
    };
  };
  const deliver = async (fields: Partial<TellMessage> = {}, changed: Partial<Delivering> = {}) =>
    await createDelivering({ ...parts(), ...changed })(message(fields));
  const ledger = async (warehouseId = 'hangzhou') => await table.ledgers.readLedger(caseKey, warehouseId);
  const write = async (fields: Partial<Ledger>) =>
    await table.ledgers.writeLedger(caseKey, 'hangzhou', { version: 1, orders: {}, ...fields });
  const callIds = () =>
    sent.map((each) => (each.kind === 'answered' ? each.callId.replace(`${caseKey}/`, '') : each.kind));
  /** Lets as many messages come, each when the lease is over. */
  const askTimes = async (times: number) => {
    for (let time = 0; time < times; time += 1) {
      now = addMillis(now, quietMs);
      await deliver();
    }
  };
  const stateOf = async (id: string) => (await ledger()).orders[`${caseKey}/${id}`]?.state;

  beforeEach(() => {
    now = second(0);
    told = toldOf(advice);
    table = createMemoryTable();
    calls = [];
    secretsRead = [];
    sent = [];
    putBack = [];
    answer = () => ({ kind: 'accepted' });
  });

  it('creates what the record announces, with the secret of the warehouse’s channel and what is kept of the sender', async () => {
    answer = () => ({ kind: 'accepted', orderId: 'W-1' });

    expect(await deliver()).toEqual({ outcome: 'told', calls: 1 });

    expect(calls).toEqual([
      [
        'create',
        {
          warehouse: merchant.warehouses[0],
          secret: 'the secret',
          orderCode,
          advice,
          sender: { name: '张三' },
          now: new Date(now),
        },
      ],
    ]);
    expect(secretsRead).toEqual(['qimen/wms-hangzhou']);
    expect(await ledger()).toEqual({
      version: 2,
      orders: { [announcementId]: { orderCode, orderId: 'W-1', state: 'created', advice, at: now } },
    });
    expect(putBack).toEqual([]);
  });

  it('tells the record the order code as another name of the case before the WMS hears it', async () => {
    let before: readonly InboxMessage[] = [];
    answer = () => {
      before = [...sent];
      return { kind: 'accepted' };
    };

    await deliver();

    expect(before).toEqual([
      {
        kind: 'answered',
        record: { caseKey },
        callId: `${announcementId}/create/called`,
        by: 'hangzhou',
        at: now,
        facts: [{ fact: 'alias', alias: { kind: 'wms-order', value: `hangzhou/${orderCode}` }, at: now }],
      },
    ]);
  });

  it('answers the record with the order code as another name of the case', async () => {
    await deliver();

    expect(sent.slice(1)).toEqual([
      {
        kind: 'answered',
        record: { caseKey },
        callId: `${announcementId}/create/accepted`,
        by: 'hangzhou',
        at: now,
        facts: [
          { fact: 'pre-advice-answered', announcementId, accepted: true, at: now },
          { fact: 'alias', alias: { kind: 'wms-order', value: `hangzhou/${orderCode}` }, at: now },
        ],
      },
    ]);
  });

  it('has the order in the ledger, under a lease, before the WMS hears of it', async () => {
    let before: Ledger | undefined;
    const connectorOf = (): ReturnType<Delivering['connectorOf']> => ({
      connector: 'qimen',
      create: async () => {
        before = await ledger();
        return { kind: 'accepted' };
      },
      cancel: async () => ({ kind: 'accepted' }),
    });

    await deliver({}, { connectorOf });

    expect(before).toEqual({
      version: 1,
      lease: { by: 'w-1', until: addMillis(now, leaseMs) },
      orders: { [announcementId]: { orderCode, state: 'creating', advice, at: now } },
    });
  });

  it('says nothing twice', async () => {
    await deliver();
    const before = await ledger();

    expect(await deliver()).toEqual({ outcome: 'known', calls: 0 });
    expect(calls).toHaveLength(1);
    expect(await ledger()).toEqual(before);
  });

  it('cancels what was withdrawn, and answers the record', async () => {
    await deliver();
    told = {};

    expect(await deliver()).toEqual({ outcome: 'told', calls: 1 });
    expect(calls.map(([verb, call]) => [verb, call.orderCode, call.sender])).toEqual([
      ['create', orderCode, { name: '张三' }],
      ['cancel', orderCode, undefined],
    ]);
    expect(sent[2]).toMatchObject({
      callId: `${announcementId}/cancel/accepted`,
      facts: [{ fact: 'withdrawal-answered', announcementId, accepted: true, at: now }],
    });
    expect((await ledger()).orders[announcementId]).toEqual({
      orderCode,
      state: 'cancelled',
      trackingNumber: 'SF100',
      at: now,
    });
  });

  it('tells what changed while it called, too', async () => {
    answer = (verb, call) => {
      told =
        verb === 'create' && call.advice.trackingNumber === 'SF100'
          ? toldOf(adviceOf('b', { trackingNumber: 'SF200' }))
          : told;
      return { kind: 'accepted' };
    };

    expect(await deliver()).toEqual({ outcome: 'told', calls: 3 });
    expect(calls.map(([verb, call]) => `${verb} ${call.advice.trackingNumber}`)).toEqual([
      'create SF100',
      'cancel SF100',
      'create SF200',
    ]);
  });

  it.each([
    ['create', [announcementId, 'pre-advice-answered'], 'refused'],
    ['cancel', [announcementId, 'withdrawal-answered'], 'cancel-refused'],
  ] as const)('records a refused %s, names no alias, and asks for it never again', async (verb, [id, fact], state) => {
    answer = (asked) => (asked === verb ? { kind: 'refused', reason: 'in-check' } : { kind: 'accepted' });
    await deliver();
    told = verb === 'cancel' ? {} : told;
    await deliver();
    const before = calls.length;

    await deliver();

    expect(calls).toHaveLength(before);
    expect(await stateOf('a')).toBe(state);
    expect(sent.at(-1)).toMatchObject({
      callId: `${id}/${verb}/refused`,
      facts: [{ fact, announcementId: id, accepted: false, reason: 'in-check', at: now }],
    });
  });

  describe('when nobody knows what came of a call', () => {
    beforeEach(() => {
      answer = () => ({ kind: 'unknown', reason: 'no answer' });
    });

    it('leaves the order as called, tells the record nothing, and lets nobody call before a late effect is over', async () => {
      expect(await deliver()).toEqual({ outcome: 'unknown', calls: 1, reason: 'no answer' });

      expect(await stateOf('a')).toBe('creating');
      expect((await ledger()).lease).toEqual({ by: 'w-1', until: addMillis(now, quietMs) });
      expect(callIds()).toEqual(['a/create/called']);
    });

    it.each([
      [0, 15],
      [1, 15],
      [2, 20],
      [5, 160],
      [8, 900],
      [mostAttempts - 1, 900],
    ])('puts the message back after attempt %i for %i seconds', async (attempt, delaySeconds) => {
      await deliver({ attempt });

      expect(putBack).toEqual([[message({ attempt: attempt + 1 }), delaySeconds]]);
    });

    it('gives up in the end', async () => {
      await expect(deliver({ attempt: mostAttempts })).rejects.toMatchObject({ code: 'given-up' });
      expect(putBack).toEqual([]);
    });

    it('makes the same call again, and goes on from its answer', async () => {
      await deliver();
      now = addMillis(now, quietMs);
      told = {};
      answer = () => ({ kind: 'accepted' });

      expect(await deliver({ attempt: 1 })).toEqual({ outcome: 'told', calls: 2 });
      expect(calls.map(([verb, call]) => [verb, call.orderCode])).toEqual([
        ['create', orderCode],
        ['create', orderCode],
        ['cancel', orderCode],
      ]);
      expect(calls.map(([, call]) => call.inDoubt)).toEqual([undefined, true, undefined]);
    });

    it('tells the other numbers of the case all the same, and of that number nothing more', async () => {
      const stuck = adviceOf('a2', { trackingNumber: 'SF100' });
      told = toldOf(advice, adviceOf('b', { trackingNumber: 'SF200' }), adviceOf('c', { trackingNumber: 'SF300' }));
      answer = (_verb, call) => {
        told = toldOf(stuck, adviceOf('b', { trackingNumber: 'SF200' }), adviceOf('c', { trackingNumber: 'SF300' }));
        return call.advice.trackingNumber === 'SF100' ? { kind: 'unknown', reason: 'no answer' } : { kind: 'accepted' };
      };

      expect(await deliver()).toEqual({ outcome: 'unknown', calls: 3, reason: 'no answer' });
      expect(calls.map(([verb, call]) => `${verb} ${call.advice.trackingNumber}`)).toEqual([
        'create SF100',
        'create SF200',
        'create SF300',
      ]);
      expect((await ledger()).lease).toEqual({ by: 'w-1', until: addMillis(now, quietMs) });
    });

    it('leaves what it did not know to whoever took the lease meanwhile', async () => {
      const writeLedger: Delivering['ledgers']['writeLedger'] = async (key, id, written) =>
        written.version === 2 ? 'lost' : await table.ledgers.writeLedger(key, id, written);

      expect(await deliver({ attempt: 3 }, { ledgers: { ...table.ledgers, writeLedger } })).toEqual({
        outcome: 'held',
        calls: 0,
      });
      expect(putBack).toEqual([[message({ attempt: 3 }), 5]]);
    });

    it('tells the case after the fourth time in a row, and takes that back with a clear answer', async () => {
      await askTimes(3);
      expect(callIds()).toEqual(['a/create/called']);
      await askTimes(1);
      expect(sent.at(-1)).toMatchObject({
        callId: `${announcementId}/create/no-answer`,
        facts: [{ fact: 'warehouse-status', warehouseId: 'hangzhou', status: 'exception', raw: 'no-answer', at: now }],
      });

      now = addMillis(now, quietMs);
      answer = () => ({ kind: 'accepted' });
      await deliver();

      expect(sent.at(-1)).toMatchObject({
        callId: `${announcementId}/create/answered`,
        facts: [{ fact: 'warehouse-status', warehouseId: 'hangzhou', status: 'accepted', at: now }],
      });
    });

    it('does not take it back while another order is not answered', async () => {
      told = toldOf(advice, adviceOf('b', { trackingNumber: 'SF200' }));
      await askTimes(4);
      answer = (_verb, call) =>
        call.advice.trackingNumber === 'SF100' ? { kind: 'accepted' } : { kind: 'unknown', reason: 'no answer' };
      await askTimes(1);

      expect(callIds()).not.toContain('a/create/answered');
      answer = () => ({ kind: 'accepted' });
      await askTimes(1);
      expect(callIds().at(-1)).toBe('b/create/answered');
    });

    it('says nothing of trouble that is over before', async () => {
      await askTimes(3);
      answer = () => ({ kind: 'accepted' });
      await askTimes(1);

      expect(callIds()).toEqual(['a/create/called', 'a/create/accepted']);
    });
  });

  /**
   * A WMS had done a create that nobody got an answer to. Asked again it said no, in words of its own: its order was there. That was taken for
   * a refusal, so nobody cancelled the order when the return was withdrawn, and its confirms led to no case.
   */
  describe('when a repetition is refused', () => {
    beforeEach(async () => {
      answer = () => ({ kind: 'unknown', reason: 'no answer' });
      await deliver();
      now = addMillis(now, quietMs);
      answer = (verb) => (verb === 'create' ? { kind: 'refused', reason: 'E-17' } : { kind: 'accepted' });
    });

    it('tells the record both, that it was refused and by which name the WMS may know it', async () => {
      expect(await deliver({ attempt: 1 })).toEqual({ outcome: 'told', calls: 1 });

      expect(await stateOf('a')).toBe('in-doubt');
      expect(sent.at(-1)).toMatchObject({
        callId: `${announcementId}/create/refused`,
        facts: [
          { fact: 'pre-advice-answered', accepted: false, reason: 'E-17' },
          { fact: 'alias', alias: { kind: 'wms-order', value: `hangzhou/${orderCode}` } },
        ],
      });
    });

    it('cancels the order once nobody wants it, and does not ask for it again before', async () => {
      await deliver({ attempt: 1 });
      expect(await deliver()).toEqual({ outcome: 'known', calls: 0 });
      told = {};

      expect(await deliver()).toEqual({ outcome: 'told', calls: 1 });
      expect(calls.at(-1)).toMatchObject(['cancel', { orderCode, inDoubt: true }]);
      expect(await stateOf('a')).toBe('cancelled');
    });
  });

  it('puts a message back for a moment while somebody else is at it, without counting it as an attempt', async () => {
    await write({ lease: { by: 'w-2', until: second(1) } });

    expect(await deliver({ attempt: 3 })).toEqual({ outcome: 'held', calls: 0 });
    expect(calls).toEqual([]);
    expect(putBack).toEqual([[message({ attempt: 3 }), 5]]);
  });

  it('goes on where a lease ran out, from what the ledger says', async () => {
    const order = orderOf('a', 'creating');
    await write({ lease: { by: 'w-2', until: second(0) }, orders: { [announcementId]: order } });

    expect(await deliver()).toEqual({ outcome: 'told', calls: 1 });
    expect(calls[0]?.[1].orderCode).toBe(order.orderCode);
  });

  it('calls nobody when another was first to take the lease', async () => {
    const writeLedger = async () => 'lost' as const;

    expect(await deliver({}, { ledgers: { ...table.ledgers, writeLedger } })).toEqual({ outcome: 'held', calls: 0 });
    expect(calls).toEqual([]);
    expect(putBack).toHaveLength(1);
  });

  it('does not call when writing the ledger took so long that a call might outlive the lease', async () => {
    const writeLedger: Delivering['ledgers']['writeLedger'] = async (...inputs) => {
      const result = await table.ledgers.writeLedger(...inputs);
      now = addMillis(now, leaseMs - callMs + 1);
      return result;
    };

    expect(await deliver({}, { ledgers: { ...table.ledgers, writeLedger } })).toMatchObject({ outcome: 'unknown' });
    expect(calls).toEqual([]);
    expect(await stateOf('a')).toBe('creating');
  });

  it('stops when its time is up, gives up the lease, and comes back at once for the rest', async () => {
    told = toldOf(advice, adviceOf('b', { trackingNumber: 'SF200' }));
    answer = () => {
      now = addMillis(now, 41_000);
      return { kind: 'accepted' };
    };

    expect(await deliver({ attempt: 4 })).toEqual({ outcome: 'more', calls: 1 });
    expect((await ledger()).lease).toBeUndefined();
    expect(putBack).toEqual([[message(), 0]]);
  });

  it('makes no more than twenty calls for one message', async () => {
    const many = Array.from({ length: 21 }, (_, index) => adviceOf(`n${index}`, { trackingNumber: `SF${index}` }));
    told = toldOf(...many);

    expect(await deliver()).toEqual({ outcome: 'more', calls: 20 });
    expect(await deliver()).toEqual({ outcome: 'told', calls: 1 });
  });

  it('takes nothing back from a WMS because a record is not there', async () => {
    await deliver();
    told = undefined;

    expect(await deliver()).toEqual({ outcome: 'known', calls: 0 });
    expect(calls).toHaveLength(1);
  });

  it.each(['east', 'nowhere'])('ignores warehouse %s, which nobody calls', async (warehouseId) => {
    told = toldOf(adviceOf('a', { warehouseId }));

    expect(await deliver({ warehouseId })).toEqual({ outcome: 'ignored', calls: 0 });
    expect(await ledger(warehouseId)).toEqual({ version: 0, orders: {} });
  });

  it.each(['creating', 'created', 'in-doubt', 'cancelling'] as const)(
    'does not ignore a warehouse that is called no more and has an order that is %s',
    async (state) => {
      const orders = { [announcementId]: orderOf('a', state) };
      await table.ledgers.writeLedger(caseKey, 'nowhere', { version: 1, orders });

      await expect(deliver({ warehouseId: 'nowhere' })).rejects.toMatchObject({ code: 'not-called-any-more' });
    },
  );

  it.each(['refused', 'cancelled', 'cancel-refused'] as const)(
    'ignores a warehouse that is called no more and whose last order is %s',
    async (state) => {
      const orders = { [announcementId]: orderOf('a', state) };
      await table.ledgers.writeLedger(caseKey, 'nowhere', { version: 1, orders });

      expect(await deliver({ warehouseId: 'nowhere' })).toEqual({ outcome: 'ignored', calls: 0 });
    },
  );

  it('signs calls to an http warehouse with its own secret, and tells it nothing of the sender', async () => {
    told = toldOf(adviceOf('a', { warehouseId: 'north' }));

    await deliver({ warehouseId: 'north' });

    expect(secretsRead).toEqual(['warehouses/north']);
    expect(calls[0]?.[1]).not.toHaveProperty('sender');
  });

  it('tells nothing of a sender whose data were erased', async () => {
    await deliver({}, { readPerson: async () => 'erased' });

    expect(calls[0]?.[1]).not.toHaveProperty('sender');
  });

  it('calls nobody without a secret, and leaves the ledger as it was', async () => {
    told = toldOf(adviceOf('a', { warehouseId: 'plain' }));

    await expect(deliver({ warehouseId: 'plain' })).rejects.toThrow('warehouse plain has no qimen channel');
    expect(await ledger('plain')).toEqual({ version: 0, orders: {} });
  });

  it('does not read who sends for a warehouse that gets a placeholder', async () => {
    told = toldOf(adviceOf('a', { warehouseId: 'plain' }));
    const own = { source: 'qimen', channel: 'wms-plain', role: 'warehouse' as const, shops: [], warehouse: 'plain' };
    const readPerson = async () => {
      throw new Error('read');
    };

    await deliver({ warehouseId: 'plain' }, { merchant: { ...merchant, channels: [own] }, readPerson });

    expect(calls[0]?.[1]).not.toHaveProperty('sender');
  });

  it('leaves an answer that could not be sent to be asked for again', async () => {
    const send = async (each: InboxMessage) => {
      if (each.kind === 'answered' && each.callId.endsWith('/accepted')) {
        throw new Error('the inbox is out of reach');
      }
    };

    await expect(deliver({}, { send })).rejects.toThrow('out of reach');
    expect(await stateOf('a')).toBe('creating');
    now = addMillis(now, leaseMs);
    expect(await deliver()).toEqual({ outcome: 'told', calls: 1 });
    expect(callIds()).toEqual(['a/create/accepted']);
  });

  it('calls nobody by a name that the record could not be told, and leaves the ledger as it was', async () => {
    const send = async () => {
      throw new Error('the inbox is out of reach');
    };

    await expect(deliver({}, { send })).rejects.toThrow('out of reach');
    expect(calls).toEqual([]);
    expect(await ledger()).toEqual({ version: 0, orders: {} });
  });
});
