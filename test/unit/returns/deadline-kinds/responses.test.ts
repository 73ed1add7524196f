import { describe, expect, it } from 'vitest';
import { closed } from '../said.ts';
import { buyerWrote, decided, type KindRow, measuring, requested, shownClocks, wrote } from './kind-table.ts';

const heardLate = { ...requested(-500), receivedAt: requested(40).receivedAt };

describe('greeting', () => {
  it.each<KindRow>([
    ['opens when we first hear of the case', [requested()], ['from 0 due 0.5']],
    ['is met by any message', [requested(), wrote(0.25, 'bot')], ['from 0 due 0.5 met 0.25']],
    ['is missed by a greeting that is late', [requested(), wrote(1, 'bot')], ['from 0 due 0.5 met 1 missed']],
    ['is not opened by a case that was greeted before we heard of it', [wrote(0, 'bot'), requested(1)], []],
    ['runs from when we heard of what was told late', [heardLate], ['from 40 due 40.5']],
    ['is met by an answer to the request', [requested(), decided(0.25)], ['from 0 due 0.5 met 0.25']],
    ['is not opened by what is answered at once', [requested(), decided(0)], []],
    ['is stopped by the end of the case', [requested(), closed(0.25)], []],
    ['is not opened by what only a buyer wrote', [buyerWrote(1)], []],
  ])('%s', (_what, said, clocks) => {
    expect(shownClocks('greeting', said)).toEqual(clocks);
  });
});

describe.each([
  ['takeover', 5],
  ['first-response', 10],
] as const)('%s', (kind, due) => {
  it.each<KindRow>([
    ['opens when we first hear of the case', [requested()], [`from 0 due ${due}`]],
    ['is not met by a bot', [requested(), wrote(1, 'bot')], [`from 0 due ${due}`]],
    ['is not met by an AI for which nobody answers', [requested(), wrote(1, 'ai')], [`from 0 due ${due}`]],
    [
      'is met by an AI for which a person answers',
      [requested(), wrote(1, 'ai', { supervised: true }), wrote(2, 'person')],
      [`from 0 due ${due} met 1`],
    ],
    ['is met by a person', [requested(), wrote(2, 'person')], [`from 0 due ${due} met 2`]],
    ['is missed by one who comes late', [requested(), wrote(11, 'person')], [`from 0 due ${due} met 11 missed`]],
    ['is met by an answer to the request', [requested(), decided(3, 'declined')], [`from 0 due ${due} met 3`]],
    ['is stopped by the end of the case', [requested(), closed(3)], []],
    [
      'stands still while the bot waits for the buyer',
      [requested(), wrote(1, 'bot', { asksBuyer: true })],
      ['from 0 paused since 1'],
    ],
    [
      'moves by as long as the buyer took',
      [requested(), wrote(1, 'bot', { asksBuyer: true }), buyerWrote(61)],
      [`from 0 due ${due + 60}`],
    ],
  ])('%s', (_what, said, clocks) => {
    expect(shownClocks(kind, said)).toEqual(clocks);
  });
});

describe('a kind that needs messages', () => {
  it.each(['greeting', 'takeover', 'first-response'] as const)(
    'is not measured where nobody tells of any: %s',
    (kind) => {
      const nobody = { ...measuring, measured: [] };
      const otherShop = { ...measuring, measured: [{ need: 'messages' as const, shops: ['test:b'] }] };
      const itsShop = { ...measuring, measured: [{ need: 'messages' as const, shops: ['test:a'] }] };

      expect(shownClocks(kind, [requested()], [], nobody)).toEqual([]);
      expect(shownClocks(kind, [requested()], [], otherShop)).toEqual([]);
      expect(shownClocks(kind, [requested()], [], itsShop)).toHaveLength(1);
    },
  );
});
