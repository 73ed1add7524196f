import { createHash } from 'node:crypto';

/** Of the same names always the same. Without a full stop, which parts what is signed. */
export function noticeIdOf(...names: readonly unknown[]): string {
  return `notice_${createHash('sha256').update(JSON.stringify(names)).digest('hex').slice(0, 32)}`;
}
