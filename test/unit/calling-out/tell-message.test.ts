import { describe, expect, it } from 'vitest';
import { readTellMessage } from '#shared/messages/tell-message.ts';
import { adviceOf, caseKey } from './advices.ts';

const event = (fields: object = {}) => ({
  version: '0',
  source: 'backhaul.returns',
  'detail-type': 'Return Tracking Assigned',
  detail: { metadata: { caseKey, eventId: 'e-1', version: 3 }, data: adviceOf('a') },
  ...fields,
});

describe('readTellMessage', () => {
  it.each(['Return Tracking Assigned', 'Return Tracking Replaced', 'Return Tracking Withdrawn'])('reads %s', (type) => {
    expect(readTellMessage(JSON.stringify(event({ 'detail-type': type })))).toEqual({
      caseKey,
      warehouseId: 'hangzhou',
      attempt: 0,
    });
  });

  it('reads what was put back', () => {
    const message = { caseKey, warehouseId: 'hangzhou', attempt: 7 };

    expect(readTellMessage(JSON.stringify(message))).toEqual(message);
  });

  it.each([
    ['no text', ''],
    ['no JSON', '{"caseKey":'],
    ['null', 'null'],
    ['another event', JSON.stringify(event({ 'detail-type': 'Case Closed' }))],
    ['an event without a case', JSON.stringify(event({ detail: { metadata: {}, data: adviceOf('a') } }))],
    ['an event without a warehouse', JSON.stringify(event({ detail: { metadata: { caseKey }, data: {} } }))],
    ['a message with an attempt below 0', JSON.stringify({ caseKey, warehouseId: 'hangzhou', attempt: -1 })],
    ['a message with more than that', JSON.stringify({ caseKey, warehouseId: 'hangzhou', attempt: 0, order: 1 })],
  ])('refuses %s', (_what, body) => {
    expect(() => readTellMessage(body)).toThrow(expect.objectContaining({ code: 'unreadable-message' }));
  });
});
