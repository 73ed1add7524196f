import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { merchant } from '#shared/merchant/bundled.ts';
import { type Locale, locales } from '#shared/words/locale.ts';
import { openDemoTokens, type TokenOf } from '../operate/demo-tokens.ts';
import { findDeployed } from '../operate/read-outputs.ts';
import { readOptions } from '../run/read-options.ts';
import { runScript } from '../run/run-script.ts';
import { openBrowser } from './open-browser.ts';
import { addressOf, fileNameOf, findIn, mostBytes, type Picture, pictures } from './pictures.ts';

const names = [...new Set(pictures.map(({ name }) => name))];

const help = `Takes the pictures of the board that the READMEs show, in both languages, and writes them into docs/images.

  npm start                                   in another terminal; it must be up. A shop falls silent in it two or three minutes after it is ready
  npm run screenshots
  npm run screenshots -- --only today

  --only <name>    ${names.join(', ')}
  --board <url>    of another server of the page, such as one with changes that are not deployed; of what npm start deployed where not given

Look at each of them before you commit it. Ends with 1 where one is missing or too large, or where a page complained.`;

const options = {
  only: { type: 'string' },
  board: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'docs/images');
const phoneHeight = 844;
const deskHeight = 800;

interface Taking {
  readonly browser: Browser;
  readonly boardUrl: string;
  readonly tokenOf: TokenOf;
}

function readValues() {
  const values = readOptions(options);
  if (values.only !== undefined && !names.includes(values.only)) {
    throw new Error(`--only must be one of: ${names.join(', ')}`);
  }
  return values;
}

async function run({ only, board }: ReturnType<typeof readValues>): Promise<void> {
  const outputs = await findDeployed();
  await mkdir(folder, { recursive: true });
  const browser = await openBrowser();
  const taking = { browser, boardUrl: board ?? outputs.boardUrl, tokenOf: openDemoTokens(outputs) };
  try {
    for (const picture of pictures.filter(({ name }) => only === undefined || name === only)) {
      await takeBoth(taking, picture);
    }
  } finally {
    await browser.close();
  }
}

async function takeBoth(taking: Taking, picture: Picture): Promise<void> {
  const path = picture.path(findIn(await readFile(join(root, '.local/cases.txt'), 'utf8')));
  for (const locale of locales) {
    const faults = path ? await take(taking, picture, { locale, path }) : ['the demo has not what it shows'];
    console.log([fileNameOf(picture, locale), ...faults].join('\n  '));
    process.exitCode = faults.length > 0 ? 1 : process.exitCode;
  }
}

/** @returns what is wrong with it. */
async function take(
  { browser, boardUrl, tokenOf }: Taking,
  picture: Picture,
  { locale, path }: { readonly locale: Locale; readonly path: string },
): Promise<string[]> {
  const { group, width } = picture;
  const isPhone = width === 390;
  const context = await browser.newContext({
    viewport: { width, height: isPhone ? phoneHeight : deskHeight },
    locale,
    timezoneId: merchant.timeZone,
    reducedMotion: 'reduce',
    hasTouch: isPhone,
    // Nearly as sharp as a phone shows it.
    deviceScaleFactor: isPhone ? 1.5 : 1,
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => void (message.type() === 'error' && faults.push(message.text())));
  page.on('pageerror', ({ message }) => void faults.push(message));
  try {
    await page.goto(addressOf(boardUrl, path, locale, await tokenOf(group)));
    await isSettled(page, picture);
    const png = await page.screenshot({ animations: 'disabled' });
    await writeFile(join(folder, fileNameOf(picture, locale)), png);
    return [...faults, ...(png.length > mostBytes ? [`${png.length} bytes are more than ${mostBytes}`] : [])];
  } catch (error) {
    return [...faults, Object(error).message];
  } finally {
    await context.close();
  }
}

/** What is shorter is a page that has nothing to show yet. */
const somethingToRead = /[\s\S]{40}/;

/** The page is there with what it shows, in its own fonts. */
async function isSettled(page: Page, { click }: Picture): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.locator('.ant-spin-spinning').first().waitFor({ state: 'detached' });
  await page.locator('main#content').filter({ hasText: somethingToRead }).waitFor();
  const clicked = click === undefined ? undefined : page.locator(click).first();
  if (clicked && (await clicked.count()) > 0) {
    await clicked.click();
    await page.waitForLoadState('networkidle');
  }
  await page.evaluate('document.fonts.ready');
}

await runScript({ command: 'npm run screenshots', help, read: readValues, run });
