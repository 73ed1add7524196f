import { describe, expect, it } from 'vitest';
import { announcementIdOf, preAdviceKeyOf } from '#shared/returns/pre-advice/pre-advice.ts';
import { caseKey, closed, receipt, returnSentIn, saidOfCase, stateOf } from '../said.ts';
import { decided, type KindRow, measuring, shownClocks, stated } from './kind-table.ts';

const { east } = measuring.warehouses;
const answering = { ...measuring, warehouses: { ...measuring.warehouses, east: { ...east!, answers: true } } };
const announcementId = announcementIdOf(caseKey, preAdviceKeyOf({ warehouseId: 'east', trackingNumber: 'PA01' }), 1);
const answered = (minutes: number, accepted = true, id = announcementId) =>
  saidOfCase(minutes, { fact: 'pre-advice-answered', announcementId: id, accepted });
const sent = returnSentIn('PA01');

describe('warehouse-acknowledges, of what Backhaul announces', () => {
  it.each<KindRow>([
    ['opens with a parcel of an approved case', [sent], ['PA01 from 0 due 60']],
    ['is not opened before the approval', [sent, decided(5, 'withdrawn')], []],
    ['runs for each number', [sent, stated(20, 'PA01', 'PA02')], ['PA01 from 0 due 60', 'PA02 from 20 due 80']],
    ['is met when the warehouse says yes', [sent, answered(3)], ['PA01 from 0 due 60 met 3']],
    ['is met when it says no', [sent, answered(3, false)], ['PA01 from 0 due 60 met 3']],
    [
      'is not met by an answer to something else',
      [sent, answered(3, true, `${caseKey}/000000000000`)],
      ['PA01 from 0 due 60'],
    ],
    ['is met by goods that came', [sent, stateOf('PA01', receipt(50, 2))], ['PA01 from 0 due 60 met 50']],
    ['is missed by an answer that is late', [sent, answered(61)], ['PA01 from 0 due 60 met 61 missed']],
    ['is stopped by a number that stands no more', [sent, stated(20)], []],
    ['is stopped by the end of the case', [sent, closed(20)], []],
  ])('%s', (_what, said, clocks) => {
    expect(shownClocks('warehouse-acknowledges', said, [], answering)).toEqual(clocks);
  });

  it('is not measured where the warehouse answers nothing', () => {
    expect(shownClocks('warehouse-acknowledges', [sent])).toEqual([]);
  });

  it('does not run for what is held back', () => {
    const strict = { ...measuring.warehouses.strict!, answers: true };
    const held = { ...measuring, warehouses: { ...measuring.warehouses, east: { ...strict, announce: true } } };

    expect(shownClocks('warehouse-acknowledges', [sent], [], held)).toEqual([]);
  });
});
