import { describe, expect, it } from 'vitest';
import type { AttentionGroup } from '#shared/returns/attention/entry.ts';
import { ownGroupOf } from '../../../functions/serve-board/page/pages/today/own-group.ts';
import { isStep } from '../../../functions/serve-board/page/pages/today/use-asked.ts';

const groupOf = (group: AttentionGroup) => ({ group });
const groups = [groupOf('to-decide'), groupOf('at-warehouse')];

describe('ownGroupOf', () => {
  it('is what lies in the warehouse, to a clerk', () => {
    expect(ownGroupOf({ roles: ['warehouse'] }, groups)).toBe('at-warehouse');
  });

  it('is none while nothing lies there: an empty list would look as if all were done', () => {
    expect(ownGroupOf({ roles: ['warehouse'] }, [groupOf('to-decide')])).toBeUndefined();
  });

  it.each([[['agent']], [['warehouse', 'agent']], [[]]] as const)(
    'is none to %j, who works through all of it',
    (roles) => {
      expect(ownGroupOf({ roles: [...roles] }, groups)).toBeUndefined();
    },
  );
});

describe('isStep', () => {
  const at = (query: string) => new URLSearchParams(query);

  it('has a way back from another view or group, and from what opens over the list', () => {
    expect(isStep(at('view=mine'), { view: 'team', group: undefined })).toBe(true);
    expect(isStep(at('open=case+a'), { group: 'at-warehouse' })).toBe(true);
    expect(isStep(at('view=mine'), { open: 'case a' })).toBe(true);
  });

  it('goes back from the last of several drawers to the list', () => {
    expect(isStep(at('open=case+a'), { open: 'case b' })).toBe(false);
    expect(isStep(at('open=case+a'), { open: undefined })).toBe(false);
  });
});
