import { describe, expect, it } from 'vitest';
import {
  type HeldOrder,
  noOrder,
  orderAfter,
  waitingIn,
} from '../../../functions/serve-board/page/pages/today/order-hold.ts';

const listed = (text: string, isHeld = false, list = 'all') =>
  ({ event: 'listed', list, ids: text.split(''), isHeld }) as const;
const shownIn = ({ shown }: HeldOrder) => shown.join('');
const first = orderAfter(noOrder, listed('abcd'));
const held = (fresh: string) => orderAfter(first, listed(fresh, true));

describe('orderAfter', () => {
  it('shows what is listed while nobody holds the list', () => {
    expect(shownIn(first)).toBe('abcd');
    expect(shownIn(orderAfter(first, listed('dcba')))).toBe('dcba');
  });

  it('moves nothing while somebody holds it', () => {
    expect(shownIn(held('dabce'))).toBe('abcd');
  });

  it('shows what waited once it is asked for', () => {
    const after = orderAfter(held('dabce'), { event: 'asked-for' });
    expect(shownIn(after)).toBe('dabce');
    expect(waitingIn(after)).toBe(0);
  });

  it('shows what waited once nobody holds it any more', () => {
    expect(shownIn(orderAfter(held('dabce'), listed('dabce')))).toBe('dabce');
  });

  it('holds nothing of another list', () => {
    expect(shownIn(orderAfter(first, listed('xy', true, 'mine')))).toBe('xy');
  });

  it('holds nothing where nothing was shown', () => {
    expect(shownIn(orderAfter(orderAfter(noOrder, listed('')), listed('ab', true)))).toBe('ab');
  });
});

describe('waitingIn', () => {
  it.each([
    ['abcd', 0],
    ['abcde', 1],
    ['eabcd', 1],
    ['abc', 1],
    ['dabc', 1],
    ['bcda', 1],
    ['dcba', 3],
    ['xbad', 3],
    ['', 4],
  ])('counts what came, went or moved: abcd, then %s', (fresh, count) => {
    const [before, ids] = ['abcd'.split(''), fresh === '' ? [] : fresh.split('')];
    expect(waitingIn({ shown: before, fresh: ids, list: 'all' })).toBe(count);
  });
});
