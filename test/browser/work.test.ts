import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { deedChoiceTexts, deedTexts, snoozeReasonTexts } from '#shared/returns/work/work-texts.ts';
import type { Texts } from '#shared/words/locale.ts';
import { actsTexts } from '../../functions/serve-board/page/acts/acts-texts.ts';
import { shiftTexts } from '../../functions/serve-board/page/acts/shift-texts.ts';
import { huntTexts } from '../../functions/serve-board/page/pages/cases/hunt-texts.ts';
import { sourcesTexts } from '../../functions/serve-board/page/pages/sources/sources-texts.ts';
import { filled } from '../../functions/serve-board/page/words/filled.ts';
import type { OwnCase } from '../simulators/own-store.ts';
import { expectClean } from './clean.ts';
import { arrival, asked, caseOf, hourMs, minuteMs } from './seed.ts';
import { openStage, phone, type Stage, type Visit } from './stage.ts';

/* What a team does all day, each told from the first click to what the record says after it. */
let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});
afterAll(async () => await stage?.close());

const rowOf = ({ page }: Visit, { caseId }: OwnCase) => page.getByRole('row').filter({ hasText: caseId });
const drawerOf = ({ key }: OwnCase) => `/today?open=${encodeURIComponent(`case ${key}`)}`;
const withN = (texts: Texts, n: number, locale: 'zh-CN' | 'en') => filled(texts, { n })[locale];

/** Others may have left something, too. */
const anyNumber = (texts: Texts, locale: 'zh-CN' | 'en') => new RegExp(texts[locale].replace('{n}', '\\d+'));

async function workOn({ key }: OwnCase): Promise<{ owner?: { person: string }; handled?: { state: string } }> {
  const { body } = await stage.ask('admin', 'showCase', { path: { key } });
  return (body as { work?: object }).work ?? {};
}

describe('claiming', () => {
  it('gives a case to whoever claims it first, who hands it over to the team, where a colleague accepts it', async () => {
    const own = caseOf(stage, 'SHIFT');
    await asked(stage, own, 12 * minuteMs);
    const first = await stage.visit({ as: 'day-team' });
    await rowOf(first, own).getByRole('button', { name: actsTexts.claim['zh-CN'] }).click();
    await first.page.getByText(actsTexts.claimed['zh-CN'], { exact: true }).waitFor();
    const { owner } = await workOn(own);
    expect(owner?.person).toBeDefined();

    // Where somebody left something to the team, it says that instead.
    const shift = first.page.getByRole('button', { name: shiftTexts.shift['zh-CN'] });
    await shift.or(first.page.getByRole('button', { name: anyNumber(shiftTexts.wait, 'zh-CN') })).click();
    const sheet = first.page.getByRole('dialog');
    await sheet.getByRole('button', { name: shiftTexts.mine['zh-CN'] }).click();
    await sheet.getByText(own.caseId).waitFor();
    await expectClean(first, 'the sheet of a shift');
    await sheet.getByLabel(shiftTexts.handTo['zh-CN']).selectOption('team day-team');
    await sheet.getByRole('button', { name: withN(shiftTexts.handOver, 1, 'zh-CN') }).click();
    await sheet.getByText(shiftTexts.offeredAlready['zh-CN']).waitFor();

    const second = await stage.visit({ as: 'day-team', name: 'second', locale: 'en', width: phone });
    await second.page.getByRole('button', { name: anyNumber(shiftTexts.wait, 'en') }).click();
    await second.page.getByRole('button', { name: anyNumber(shiftTexts.acceptAll, 'en') }).click();
    await second.page.getByText(anyNumber(shiftTexts.accepted, 'en')).waitFor();
    expect((await workOn(own)).owner?.person).not.toBe(owner?.person);
    expect([first.faults, second.faults]).toEqual([[], []]);
  });

  it('is refused in words where somebody else was faster', async () => {
    const own = caseOf(stage, 'RACE');
    await asked(stage, own, 14 * minuteMs);
    const visit = await stage.visit({ as: 'agent', locale: 'en', path: drawerOf(own), forgive: /409/ });
    const claim = visit.page
      .getByRole('toolbar', { name: actsTexts.acts.en })
      .getByRole('button', { name: actsTexts.claim.en });
    await claim.waitFor();
    const body = { act: 'claim', key: `race-${stage.tag}` };
    await stage.ask('merchant-approver', 'takeCaseAct', { path: { key: own.key }, body });
    await claim.click();

    await visit.page.locator('.ant-message-error').waitFor();
    await claim.waitFor({ state: 'hidden' });
    expect(visit.faults).toEqual([]);
  });
});

describe('following up later', () => {
  it('takes a case out of the list until then, and back at once where one thinks better of it', async () => {
    const own = caseOf(stage, 'LATER');
    // More than what no putting off hides.
    await asked(stage, own, 3 * hourMs);
    const visit = await stage.visit({ as: 'agent', locale: 'en', path: drawerOf(own) });
    const { page } = visit;
    const acts = page.getByRole('toolbar', { name: actsTexts.acts.en });
    await acts.getByRole('button', { name: actsTexts.snooze.en }).click();
    const dialog = page.getByRole('dialog').filter({ hasText: actsTexts.snoozeHint.en });
    await dialog.getByLabel('in 2 h').check();
    const send = dialog.getByRole('button', { name: actsTexts.snooze.en });
    expect(await send.isDisabled()).toBe(true);
    await dialog.getByLabel(snoozeReasonTexts.other.en).check();
    await expectClean(visit, 'following up later');
    await send.click();
    await acts.getByRole('button', { name: actsTexts.wake.en }).waitFor();
    const list = await stage.visit({ as: 'agent', locale: 'en' });
    await list.page.getByRole('table').first().waitFor();
    expect(await rowOf(list, own).count()).toBe(0);

    await acts.getByRole('button', { name: actsTexts.wake.en }).click();
    await acts.getByRole('button', { name: actsTexts.wake.en }).waitFor({ state: 'hidden' });
    expect([visit.faults, list.faults]).toEqual([[], []]);
  });
});

describe('what was done on the platform', () => {
  it('counts for nothing until the store’s own word comes, and is confirmed by that', async () => {
    const own = caseOf(stage, 'HANDLED');
    await asked(stage, own, 40 * minuteMs);
    const visit = await stage.visit({ as: 'agent', path: drawerOf(own) });
    const { page } = visit;
    await page.getByRole('button', { name: actsTexts.handled['zh-CN'] }).click();
    const dialog = page.getByRole('dialog').filter({ hasText: actsTexts.handledHint['zh-CN'] });
    await dialog.getByLabel(deedChoiceTexts.approved['zh-CN']).check();
    await dialog.getByRole('button', { name: actsTexts.save['zh-CN'] }).click();
    const states = actsTexts.handledState;
    const said = (state: keyof typeof states) => states[state]['zh-CN'].replace('{did}', deedTexts.approved['zh-CN']);
    const line = page.locator('.work-line');
    await line.getByText(said('awaited')).waitFor();
    expect((await workOn(own)).handled?.state).toBe('awaited');

    await stage.ownStore.approve(own, new Date());
    await vi.waitFor(async () => expect((await workOn(own)).handled?.state).not.toBe('awaited'), arrival);
    await line.getByText(said('awaited')).waitFor({ state: 'hidden' });
    expect(visit.faults).toEqual([]);
  });
});

describe('searching', () => {
  it('takes 200 pasted numbers, shows what is found, and names what is not', async () => {
    const found = ['FIND-1', 'FIND-2', 'FIND-3'].map((name) => caseOf(stage, name));
    await Promise.all(found.map(async (own) => await asked(stage, own, 5 * hourMs)));
    const others = Array.from({ length: 197 }, (_, index) => `RMA-${stage.tag}-NONE-${index}`);
    const visit = await stage.visit({ as: 'agent', path: '/cases' });
    const { page } = visit;
    const box = page.getByLabel(huntTexts.label['zh-CN']);
    await box.fill([...found.map(({ caseId }) => caseId), ...others].join('\n'));

    const banner = page.getByRole('status').filter({ hasText: filled(huntTexts.asked, { count: 200 })['zh-CN'] });
    await banner.getByText(filled(huntTexts.missing, { count: 197 })['zh-CN']).waitFor();
    await banner.getByText(filled(huntTexts.open, { count: 3 })['zh-CN']).waitFor();
    for (const own of found) {
      await rowOf(visit, own).waitFor();
    }
    await expectClean(visit, '200 numbers');
  });
});

describe('a delivery that was not understood', () => {
  it('is found by an admin with its reason in words, and read anew by one click', async () => {
    const id = `msg_${stage.tag}_dream`;
    const body = Buffer.from(JSON.stringify({ type: 'return.dreamt', timestamp: new Date().toISOString(), data: {} }));
    await stage.sender.sendBytes('own-store', body, { id });
    const path = { source: 'standard', channel: 'own-store', id };
    await vi.waitFor(
      async () => expect((await stage.ask('admin', 'showDelivery', { path })).status).toBe(200),
      arrival,
    );
    const visit = await stage.visit({ as: 'admin', path: '/sources' });
    const { page } = visit;
    await page.getByText(sourcesTexts.find['zh-CN']).click();
    await page.getByLabel(sourcesTexts.findId['zh-CN']).fill(id);
    await page.getByLabel(sourcesTexts.findId['zh-CN']).press('Enter');
    const row = page.locator('.find-message').getByRole('listitem').filter({ hasText: id });
    await row.getByRole('button', { name: sourcesTexts.replay['zh-CN'] }).click();
    await expectClean(visit, 'asking before a replay');
    await page.getByRole('dialog').getByRole('button', { name: sourcesTexts.replay['zh-CN'] }).click();

    await page.getByRole('heading', { name: sourcesTexts.replayed['zh-CN'] }).waitFor();
    await page.getByRole('listitem').filter({ hasText: id }).getByText('仍是').first().waitFor();
    expect(visit.faults).toEqual([]);
  });
});
