import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gateTexts } from '../../functions/serve-board/page/session/gate-texts.ts';
import { shellTexts } from '../../functions/serve-board/page/shell/shell-texts.ts';
import { standingTexts, troubleTexts } from '../../functions/serve-board/page/shell/standing-texts.ts';
import { expectClean } from './clean.ts';
import { openStage, phone, type Stage, type Visit } from './stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});
afterAll(async () => await stage?.close());

/** What the browser itself writes of answers that are none. */
const noAnswers = /Failed to load resource/;
const ofTheApi = /\/(me|cases|attention|shift|unclaimed|sources|deliveries)(\?|$)/;

async function opened(locale: 'zh-CN' | 'en', width?: number): Promise<Visit> {
  const visit = await stage.visit({
    as: 'agent',
    locale,
    forgive: noAnswers,
    ...(width && { width }),
    // Its own time, so that nobody waits until it asks again.
    before: async (context) => await context.clock.install(),
  });
  await visit.page.getByRole('navigation', { name: shellTexts.pages[locale] }).waitFor();
  await visit.page.waitForLoadState('networkidle');
  return visit;
}

describe('the API gone and back', () => {
  it.each([
    ['zh-CN', undefined],
    ['en', phone],
  ] as const)('leaves what is shown, says of when it is, and goes on by itself, in %s', async (locale, width) => {
    const visit = await opened(locale, width);
    const { page } = visit;
    const title = page.getByText(troubleTexts['no-answer'].title[locale]);
    await page.context().route(ofTheApi, (route) => route.abort('connectionrefused'));
    // It asks every 15 s, and tries some more before it says so.
    for (let n = 0; n < 6 && !(await title.isVisible()); n += 1) {
      await page.clock.runFor(10_000);
    }
    await title.waitFor();
    expect(await page.getByRole('navigation', { name: shellTexts.pages[locale] }).isVisible()).toBe(true);
    await expectClean(visit, 'no answer');

    // While nothing answers: once something does, the page is faster than a click.
    const asked = page.waitForRequest(ofTheApi);
    await page.getByRole('button', { name: standingTexts.again[locale] }).click();
    await asked;
    expect(await title.isVisible()).toBe(true);

    await page.context().unroute(ofTheApi);
    for (let n = 0; n < 6 && (await title.isVisible()); n += 1) {
      await page.clock.runFor(10_000);
    }
    await title.waitFor({ state: 'hidden' });
  });

  it('is said, with a way on, to whoever comes meanwhile', async () => {
    const visit = await stage.visit({
      as: 'agent',
      forgive: noAnswers,
      before: async (context) => {
        await context.clock.install();
        await context.route(ofTheApi, (route) => route.abort('connectionrefused'));
      },
    });
    const { page } = visit;
    const heading = page.getByRole('heading', { name: gateTexts.noAnswer['zh-CN'] });
    for (let n = 0; n < 6 && !(await heading.isVisible()); n += 1) {
      await page.clock.runFor(5000);
    }
    await heading.waitFor();
    await expectClean(visit, 'nothing answers');
    await page.context().unroute(ofTheApi);
    await page.getByRole('button', { name: gateTexts.again['zh-CN'] }).click();

    await page.getByRole('navigation', { name: shellTexts.pages['zh-CN'] }).waitFor();
  });
});

describe('a token that is over', () => {
  it('is said, with what was seen left standing, and a way to sign in again that leads back', async () => {
    const visit = await opened('en');
    const { page } = visit;
    await page.context().route(ofTheApi, (route) => route.fulfill({ status: 401, body: '{"message":"Unauthorized"}' }));
    await page.clock.runFor(20_000);

    await page.getByText(troubleTexts.expired.title.en).waitFor();
    expect(await page.getByRole('navigation', { name: shellTexts.pages.en }).isVisible()).toBe(true);
    await expectClean(visit, 'expired');
    await page.getByRole('button', { name: standingTexts.signIn.en }).click();
    // Out of the board, to whoever vouches for people.
    await page.waitForURL((url) => !url.pathname.startsWith('/board'));
    expect(page.url()).toContain(encodeURIComponent('/board/signed-in'));
  });
});
