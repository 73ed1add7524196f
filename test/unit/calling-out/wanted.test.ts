import { describe, expect, it } from 'vitest';
import { wantedAdvices } from '#shared/calling-out/wanted.ts';
import type { PreAdvice } from '#shared/returns/pre-advice/events.ts';
import type { Change, Told, ToldEntry } from '#shared/returns/record/change.ts';
import { adviceOf, second } from './advices.ts';

const rest = { eventId: 'e', occurredAt: second(0), record: 'CASE#a', version: 1 };
const toldAs = (change: Pick<Change, 'type' | 'data'>, hash = 'h'): ToldEntry => ({
  times: 1,
  hash,
  change: { ...change, ...rest } as Change,
});
const assigned = (data: PreAdvice) => toldAs({ type: 'Return Tracking Assigned', data });

describe('wantedAdvices', () => {
  it('wants what was announced and stands, of this warehouse only', () => {
    const told: Told = {
      'pre-advice/hangzhou/SF100': assigned(adviceOf('a')),
      'pre-advice/south/SF200': assigned(adviceOf('b', { warehouseId: 'south' })),
      'pre-advice/hangzhou-2/SF300': assigned(adviceOf('c', { warehouseId: 'hangzhou-2' })),
      opened: { times: 1, hash: 'told' },
    };

    expect(wantedAdvices(told, 'hangzhou')).toEqual([adviceOf('a')]);
  });

  it('wants a replacement without the list of what it replaces', () => {
    const replaces = [{ announcementId: 'x', trackingNumber: 'SF99' }];
    const told = {
      'pre-advice/hangzhou/SF100': toldAs({ type: 'Return Tracking Replaced', data: { ...adviceOf('a'), replaces } }),
    };

    expect(wantedAdvices(told, 'hangzhou')).toEqual([adviceOf('a')]);
  });

  it('wants nothing that was withdrawn, or that another number stands for', () => {
    const { announcementId, warehouseId, trackingNumber, caseId, shop } = adviceOf('a');
    const gone = { announcementId, warehouseId, trackingNumber, caseId, shop };
    const told = {
      'pre-advice/hangzhou/SF100': toldAs({ type: 'Return Tracking Withdrawn', data: gone }, ''),
      'pre-advice/hangzhou/SF101': { ...assigned(adviceOf('b')), hash: '' },
    };

    expect(wantedAdvices(told, 'hangzhou')).toEqual([]);
  });

  it('wants what the warehouse heard of, not what a newer fold made of it in silence', () => {
    const heard = assigned(adviceOf('a'));
    const told: Told = {
      'pre-advice/hangzhou/SF100': { ...assigned(adviceOf('b')), times: 2, silent: true, before: heard },
      'pre-advice/hangzhou/SF101': { times: 2, hash: '', silent: true, before: assigned(adviceOf('c')) },
      'pre-advice/hangzhou/SF102': { ...assigned(adviceOf('d')), silent: true },
    };

    expect(wantedAdvices(told, 'hangzhou')).toEqual([adviceOf('a'), adviceOf('c')]);
  });
});
