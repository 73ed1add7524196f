import type { Told } from '../record/change.ts';
import type { Telling } from '../record/tell.ts';
import type { CaseSnapshot } from './case.ts';

const key = 'attention';

/** Whether it is under this key that a record remembers what was told of it. */
export function isAttentionKey(told: string): boolean {
  return told === key;
}

/** Why a person is needed, as a value; that nobody is needed any more, once it was told that somebody is. */
export function attentionTellings({ attention }: Pick<CaseSnapshot, 'attention'>, told: Told): Telling[] {
  if (attention.length > 0) {
    return [
      {
        key,
        mode: 'value',
        hash: attention.join(' '),
        type: 'Case Needs Attention',
        data: { reasons: attention },
      },
    ];
  }
  const before = told.attention?.change;
  return before?.type === 'Case Needs Attention'
    ? [{ key, mode: 'value', hash: '', type: 'Case Attention Cleared', data: before.data }]
    : [];
}
