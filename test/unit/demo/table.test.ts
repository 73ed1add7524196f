import { describe, expect, it } from 'vitest';
import { widthOf } from '#shared/api/text-width.ts';
import type { Row } from '../../../tools/demo/welcome/row.ts';
import { renderTable } from '../../../tools/demo/welcome/table.ts';
import { hour } from './views.ts';

const row = (more: Partial<Row> = {}): Row => ({
  headline: 'checked',
  title: 'Worn shoe',
  key: 'standard:main:RMA-1',
  stands: 'failed',
  waits: 'Agent: contact the buyer',
  deadline: 'refund in 2 h',
  attention: [],
  ...more,
});
const long: Row = row({
  title: 'A title that goes on for longer than any title should ever go on',
  key: 'shopify:a-shop-with-a-very-long-name.myshopify.com:9017960107148180003',
  stands: 'received by the warehouse + numbered, not yet picked up',
  deadline: 'warehouse acknowledgement 1 d 3 h overdue, quality check 2 h late',
  attention: [
    'Less came back than the case expects, by the count of the warehouse',
    'A deadline was missed, and then another one',
  ],
});
const chinese = row({ title: '鞋子穿过', stands: '不合格', waits: '客服：联系买家', deadline: '退款 剩 2 小时' });

describe('renderTable', () => {
  it('groups by where cases stand, from the first wish to the close, what is due first coming first', () => {
    const lines = renderTable(
      [
        row({ headline: 'closed', title: 'Over' }),
        row({ title: 'No hurry' }),
        row({ title: 'Later', dueAt: hour(9) }),
        row({ title: 'Soon', dueAt: hour(8) }),
      ],
      { locale: 'en', columns: 160 },
    );

    expect(lines.map((line) => line.trim().split('  ')[0])).toEqual([
      'Case',
      '',
      'Checked (3)',
      'Soon',
      'Later',
      'No hurry',
      '',
      'Closed (1)',
      'Over',
    ]);
  });

  it('aligns columns by the width of Chinese characters', () => {
    const lines = renderTable([chinese, row()], { locale: 'zh-CN', columns: 160 });

    const starts = lines
      .filter((line) => line.includes('standard:'))
      .map((line) => widthOf(line.slice(0, line.indexOf('standard:'))));
    expect(starts).toHaveLength(2);
    expect(new Set(starts).size).toBe(1);
    const waits = lines
      .filter((line) => /客服|Agent/.test(line))
      .map((line) => widthOf(line.slice(0, line.search(/客服|Agent/))));
    expect(new Set(waits).size).toBe(1);
  });

  it.each([80, 100, 140, 150, 160, 200])('takes at most %i columns, whatever is in it', (columns) => {
    const lines = renderTable([long, row(), chinese], { locale: 'en', columns });

    expect(lines.filter((line) => widthOf(line) > columns)).toEqual([]);
  });

  it('keeps both ends of a key that is too long', () => {
    const line = renderTable([long], { locale: 'en', columns: 160 }).find((each) => each.includes('shopify'));

    expect(line).toMatch(/shopify:\S+…\S+180003/);
  });

  it('gives the key a line of its own in a narrow terminal, with the deadline', () => {
    expect(renderTable([row({ attention: ['It is late'] })], { locale: 'en', columns: 80 })).toEqual([
      '  Case       Where it stands  Waits for',
      '    Key                       Next deadline',
      '',
      'Checked (1)',
      '  Worn shoe  failed           Agent: contact the buyer',
      '    standard:main:RMA-1       refund in 2 h',
      '    ! It is late',
    ]);
  });
});
