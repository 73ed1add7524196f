import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '#shared/returns/acts/roles.ts';
import { gateTexts } from '../../functions/serve-board/page/session/gate-texts.ts';
import { shellTexts } from '../../functions/serve-board/page/shell/shell-texts.ts';
import { expectClean } from './clean.ts';
import { openStage, phone, type Stage } from './stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});
afterAll(async () => await stage?.close());

const menuOf = (texts: readonly [string, string][], locale: 'zh-CN' | 'en') =>
  texts.map(([zh, en]) => (locale === 'en' ? en : zh));
const forAll: [string, string][] = [
  ['今日待办', 'Today'],
  ['售后单', 'Cases'],
  ['无主件', 'Unclaimed'],
];
const sources: [string, string] = ['数据源', 'Sources'];

describe('signing in', () => {
  it('at the provider’s own page, by code and PKCE, leads back to the page that was asked for', async () => {
    const { name, password } = await stage.people.of('agent');
    const visit = await stage.visit({ path: '/cases?status=approved' });
    const { page } = visit;
    await expectClean(visit, 'the page to sign in at');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`));

    await page.getByRole('button', { name: gateTexts.signIn['zh-CN'] }).click();
    await page.getByLabel('Username').fill(name);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('navigation', { name: shellTexts.pages['zh-CN'] }).waitFor();

    const at = new URL(page.url());
    expect([at.origin, at.pathname, at.searchParams.get('status')]).toEqual([stage.origin, '/board/cases', 'approved']);
    expect(asked.find((each) => each.includes('/oauth2/authorize?'))).toMatch(
      /response_type=code.*code_challenge=[\w-]{43}.*code_challenge_method=S256/,
    );
    expect(asked.find((each) => each.includes('/oauth2/token'))).toMatch(/code_verifier=/);
    expect(asked.filter((each) => each.includes('client_secret'))).toEqual([]);
    expect(page.url()).not.toMatch(/code=|token/);
    // What outlives the tab is nobody's session.
    expect(await page.evaluate('JSON.stringify(localStorage)')).not.toMatch(/token/);
    expect(visit.faults).toEqual([]);
  });

  it('with a wrong password stays at the provider’s page', async () => {
    const { name } = await stage.people.of('agent');
    const { page } = await stage.visit({ forgive: /Failed to load resource/ });
    await page.getByRole('button', { name: gateTexts.signIn['zh-CN'] }).click();
    await page.getByLabel('Username').fill(name);
    await page.getByLabel('Password').fill('not-my-Password-1');
    await page.getByRole('button', { name: 'Sign in' }).click();

    await page.getByLabel('Password').waitFor();
    expect(page.url()).not.toContain('/board/');
  });

  it('without a group leads to a page that says whom to ask, and to no case', async () => {
    const visit = await stage.visit({ as: 'nobody', forgive: /403/, locale: 'en', width: phone });

    await visit.page.getByRole('heading', { name: gateTexts.notLetIn.en }).waitFor();
    await expectClean(visit, 'not let in');
  });

  it('by a link of the demo leaves no token in the address', async () => {
    const { page } = await stage.visit({ as: 'agent' });
    await page.getByRole('navigation', { name: shellTexts.pages['zh-CN'] }).waitFor();

    expect(page.url()).not.toContain('token');
  });

  it('is asked for anew where the link’s token is over', async () => {
    const over = [{ alg: 'none' }, { exp: 1_700_000_000 }].map((part) =>
      Buffer.from(JSON.stringify(part)).toString('base64url'),
    );
    const { page } = await stage.visit({ path: `/today#token=${over.join('.')}.x` });

    await page.getByRole('button', { name: gateTexts.signIn['zh-CN'] }).waitFor();
  });
});

describe.each<[Role, [string, string][]]>([
  ['agent', forAll],
  ['merchant-approver', forAll],
  ['warehouse', forAll],
  ['admin', [...forAll, sources]],
])('as %s', (role, pages) => {
  it.each(['zh-CN', 'en'] as const)('there are the pages that one may see, and no other, in %s', async (locale) => {
    const { page, faults } = await stage.visit({ as: role, locale });
    const menu = page.getByRole('navigation', { name: shellTexts.pages[locale] });
    await menu.waitFor();

    // Behind Today stands how many are urgent.
    const names = (await menu.getByRole('link').allInnerTexts()).map((text) => text.replace(/\s*\d*$/, ''));
    expect(names).toEqual(menuOf(pages, locale));
    await page.getByRole('button', { name: shellTexts.account[locale] }).click();
    await page.getByRole('menu').getByText(shellTexts.roles[role][locale]).waitFor();
    expect(faults).toEqual([]);
  });
});

describe('an address', () => {
  it.each([
    ['of a page that one’s role does not see', '/sources', shellTexts.forbidden],
    ['of no page', '/nonsense', shellTexts.missing],
  ])('%s says so, and leads back', async (_, path, heading) => {
    const visit = await stage.visit({ as: 'agent', path, width: phone });
    const { page } = visit;
    await page.getByRole('heading', { name: heading['zh-CN'] }).waitFor();
    await expectClean(visit, path);
    await page.getByRole('button', { name: shellTexts.toToday['zh-CN'] }).click();

    await page.waitForURL(/\/board\/today/);
  });
});

describe('signing out', () => {
  it('leaves nothing in the tab, and asks who one is', async () => {
    const { page } = await stage.visit({ as: 'agent' });
    await page.getByRole('button', { name: shellTexts.account['zh-CN'] }).click();
    await page.getByText(shellTexts.signOut['zh-CN']).click();

    await page.getByRole('button', { name: gateTexts.signIn['zh-CN'] }).waitFor();
    expect(await page.evaluate('JSON.stringify(sessionStorage)')).not.toContain('eyJ');
  });
});
