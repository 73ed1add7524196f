import { describe, expect, it } from 'vitest';
import type { CaseEntry } from '#shared/returns/attention/entry.ts';
import { locales } from '#shared/words/locale.ts';
import { casesCsv } from '../../../../functions/serve-board/page/pages/cases/case-csv.ts';
import { columnNames } from '../../../../functions/serve-board/page/pages/cases/columns.ts';
import { qualityText } from '../../../../functions/serve-board/page/pages/cases/entry-texts.ts';
import { namesOf, type Reader } from '../../../../functions/serve-board/page/pages/cases/reader.ts';
import { caseEntry, hours, todo } from '../../../memory/entries.ts';
import { row } from './case-fixtures.ts';

const reader: Reader = {
  locale: 'zh-CN',
  me: {
    person: 'me',
    listedAs: '#me',
    roles: ['agent'],
    teams: [],
    teamsInSight: [],
    teamShops: {},
    people: [{ person: 'white', name: '小白' }],
    shops: [],
    allShops: true,
    operations: [],
    backOffice: {},
    merchant: { name: 'demo', locale: 'zh-CN', timeZone: 'Asia/Shanghai', currency: 'CNY' },
  } as Reader['me'],
};

/** The cells of the only row, by their headings. */
function cellsOf(fields: Partial<CaseEntry>, caseId = 'RMA-1'): Record<string, string | undefined> {
  const [head = '', line = ''] = casesCsv([row(caseId, fields)], reader)
    .slice(1)
    .split('\r\n');
  const cells = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain,
  );
  return Object.fromEntries(head.split(',').map((name, place) => [name, cells[place]]));
}

describe('casesCsv', () => {
  it('writes what the table shows, in words, sums in whole units and times by the merchant’s clocks', () => {
    expect(
      cellsOf(
        {
          orderId: '6917000000000000001',
          kind: 'return',
          reason: 'size_too_small',
          goods: { sku: 'SHOE-41', title: 'Running shoe, red', quantity: 2, more: 1 },
          skus: ['SOCK'],
          numbers: ['SF1', 'SF2'],
          asked: 29_950,
          headline: 'received',
          platform: { kind: 'refund', dueAt: hours(2) },
          work: { notes: 3, flag: 'red', owner: { person: 'white', since: hours(-1) } },
        },
        '00012345',
      ),
    ).toEqual({
      售后单号: '="00012345"',
      店铺: 'a',
      来源: 'test',
      订单号: '="6917000000000000001"',
      商品: 'Running shoe, red',
      SKU: 'SHOE-41',
      数量: '2',
      其他SKU: 'SOCK',
      类型: '退货退款',
      状态: '已收货，待质检',
      原因: '尺码偏小',
      申请金额: '299.5',
      实付: '',
      已退: '',
      币种: 'CNY',
      退货单号: 'SF1 SF2',
      质检: '待质检',
      申请时间: '2026-03-10 07:00:00',
      平台截止: '2026-03-10 14:00:00',
      负责人: '小白',
      旗标: '红旗',
      备注数: '3',
    });
  });

  it('carries out nothing that a buyer or a shop wrote', () => {
    const { 商品, SKU, 订单号, 原因 } = cellsOf({
      orderId: '=cmd|1',
      reason: '@x',
      goods: { sku: '+1+cmd', title: '=HYPERLINK("http://x")', quantity: 1, more: 0 },
    });
    expect([商品, SKU, 订单号, 原因]).toEqual(['\'=HYPERLINK("http://x")', "'+1+cmd", "'=cmd|1", "'@x"]);
  });

  it.each(locales)('has as many cells as headings, each heading once, in %s', (locale) => {
    const [head = ''] = casesCsv([], { ...reader, locale })
      .slice(1)
      .split('\r\n');
    const names = head.split(',');
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThan(columnNames.length);
  });

  it('calls whoever reads me, by any of their names', () => {
    expect(namesOf(reader)).toEqual(['me', '#me']);
    expect(cellsOf({ work: { notes: 0, owner: { person: '#me', since: hours(-1) } } }).负责人).toBe('我');
  });
});

describe('qualityText', () => {
  it.each<[CaseEntry['headline'], string]>([
    ['received', '待质检'],
    ['checked', '已质检'],
    ['stocked-in', '已质检'],
    ['partly-received', ''],
    ['requested', ''],
  ])('of %s is %j', (headline, expected) => {
    expect(qualityText(caseEntry('A', { headline, todos: [] }), 'zh-CN')).toBe(expected);
  });

  it('says that the buyer has to be spoken to, whatever the state', () => {
    expect(qualityText(caseEntry('A', { headline: 'checked', todos: [todo('contact-buyer')] }), 'zh-CN')).toBe(
      '质检异常待联系',
    );
  });
});
