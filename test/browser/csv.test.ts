import { readFile } from 'node:fs/promises';
import { read, utils } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { huntTexts } from '../../functions/serve-board/page/pages/cases/hunt-texts.ts';
import { asked, before, caseOf, hourMs, minuteMs } from './seed.ts';
import { openStage, type Stage } from './stage.ts';

/* What people save is opened by a spreadsheet, which takes digits for numbers and `=` for a formula. */
let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});
afterAll(async () => await stage?.close());

const formula = '=HYPERLINK("//x","y")';
/** More digits than a spreadsheet keeps of a number, and noughts in front. */
const orderId = '0069876543210123456789';

describe('the CSV of what a search leaves', () => {
  it('is opened by a spreadsheet with every number whole, every text as it was, and no formula of anybody', async () => {
    const own = caseOf(stage, 'CSV');
    const line = {
      lineId: '1',
      sku: '1E5',
      quantity: 2,
      unitPrice: { amount: 12_950, currency: 'CNY' },
      title: formula,
    };
    await asked(stage, own, 5 * hourMs, { at: before(10 * minuteMs), more: { orderId, lines: [line] } });
    const { page } = await stage.visit({ as: 'agent', path: '/cases' });
    await page.getByLabel(huntTexts.label['zh-CN']).fill(own.caseId);
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: /^导出 CSV（1）$/ }).click();
    const download = await downloading;
    const bytes = await readFile(await download.path());

    expect(download.suggestedFilename()).toMatch(/^demo-售后单-\d{4}-\d{2}-\d{2}-\d{4}\.csv$/);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const book = read(bytes, { type: 'buffer' });
    const sheet = book.Sheets[book.SheetNames[0] ?? ''] ?? {};
    const [row] = utils.sheet_to_json<Record<string, unknown>>(sheet);
    expect(row).toMatchObject({ 售后单号: own.caseId, 订单号: orderId, SKU: '1E5', 数量: 2, 申请金额: 99 });
    // With an apostrophe before it, as spreadsheets mark what is text.
    expect(row?.商品).toBe(`'${formula}`);
    const cells = Object.entries(sheet).filter(([address]) => !address.startsWith('!'));
    expect(cells.filter(([, cell]) => (cell as { f?: string }).f !== undefined)).toEqual([]);
  });
});
