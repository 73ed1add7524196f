import { describe, expect, it } from 'vitest';
import type { Instant } from '#shared/returns/record/instant.ts';
import { instantAtWall, wallTimeOf } from '../../../functions/serve-board/page/parts/wall-time.ts';

const at = (text: string) => text as Instant;

describe('instantAtWall', () => {
  it.each([
    ['2026-03-10T17:00', 'Asia/Shanghai', '2026-03-10T09:00:00.000Z'],
    ['2026-03-10T17:00', 'Asia/Kathmandu', '2026-03-10T11:15:00.000Z'],
    ['2026-01-10T17:00', 'Europe/Berlin', '2026-01-10T16:00:00.000Z'],
    ['2026-03-29T03:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
    ['2026-11-01T12:00', 'America/New_York', '2026-11-01T17:00:00.000Z'],
  ])('%s in %s is %s', (wall, zone, expected) => {
    expect(instantAtWall(wall, zone)).toBe(expected);
    expect(wallTimeOf(at(expected), zone)).toBe(wall);
  });

  it.each(['', '2026-03-10', '2026-13-10T17:00', '17:00'])('is none for %s', (wall) => {
    expect(instantAtWall(wall, 'Asia/Shanghai')).toBeUndefined();
  });
});
