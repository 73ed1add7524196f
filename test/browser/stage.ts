import { randomBytes } from 'node:crypto';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { type Ask, openClient } from '#shared/api/client.ts';
import type { OperationName } from '#shared/api/operations.ts';
import type { Locale } from '#shared/words/locale.ts';
import { openBrowser } from '../../tools/board/open-browser.ts';
import type { LocalOutputs } from '../../tools/operate/outputs.ts';
import { localClient, readOutputs } from '../../tools/operate/read-outputs.ts';
import { createGoodsReports, type GoodsReports } from '../simulators/goods-reports.ts';
import { createOwnStore, type OwnStore } from '../simulators/own-store.ts';
import { readSecrets } from '../simulators/read-secrets.ts';
import { createStandardSender, type StandardSender } from '../simulators/standard-sender.ts';
import { type Group, openPeople, type People } from './people.ts';
import { watch } from './watch.ts';

/** Longer than what a busy machine needs; none that is idle waits so long. */
const patienceMs = 150_000;
export const desk = 1280;
export const phone = 390;

export interface Wish {
  /** Nobody signs in where it is absent; `nobody` is somebody without a group. */
  readonly as?: Group | 'nobody';
  /** Of several people of a group. */
  readonly name?: string;
  readonly locale?: Locale;
  readonly width?: number;
  /** Below `/board`. */
  readonly path?: string;
  /** What a story brings about on purpose, such as an answer of 404. */
  readonly forgive?: RegExp;
  /** What is done to the tab before it opens the page. */
  readonly before?: (context: BrowserContext) => Promise<void>;
}

/** A tab with the board in it, and what went wrong in it: errors of the page, of its policy, requests to strangers. */
export interface Visit {
  readonly page: Page;
  readonly faults: readonly string[];
  readonly locale: Locale;
}

/** The deployed demo, its senders, its people, and a browser in front of the board. */
export interface Stage {
  readonly outputs: LocalOutputs;
  /** The board's own, such as `http://<api>.execute-api.localhost:4566`. */
  readonly origin: string;
  /** Upper-case letters that no other run has: they set its cases apart. */
  readonly tag: string;
  readonly people: People;
  readonly sender: StandardSender;
  readonly ownStore: OwnStore;
  readonly east: GoodsReports;
  readonly visit: (wish?: Wish) => Promise<Visit>;
  /** As one of a role asks the API. */
  readonly ask: <Name extends OperationName>(
    as: Group,
    name: Name,
    wish: Ask<Name>,
  ) => Promise<{ readonly status: number; readonly body?: unknown }>;
  readonly close: () => Promise<void>;
}

export async function openStage(): Promise<Stage> {
  const outputs = readOutputs();
  const { origin } = new URL(outputs.boardUrl);
  const run = lettersOf(5);
  const people = openPeople(outputs, run);
  const browser = await openBrowser();
  const secrets = readSecrets(new SecretsManagerClient(localClient(outputs)), outputs);
  const { webhooksUrl } = outputs;
  const sender = createStandardSender({ webhooksUrl, run, secretOf: (name) => secrets.signing(`standard/${name}`) });
  return {
    outputs,
    origin,
    tag: run.toUpperCase(),
    people,
    sender,
    ownStore: createOwnStore(sender),
    east: createGoodsReports({ sender, channel: 'wms-east', warehouseId: 'east' }),
    visit: async (wish = {}) => await visit({ browser, origin, people, endpoint: outputs.endpoint }, wish),
    ask: async (as, name, wish) => {
      const { token } = await people.of(as);
      return await openClient({ url: outputs.apiUrl, token: async () => token })(name, wish);
    },
    close: async () => await browser.close(),
  };
}

interface Place {
  readonly browser: Browser;
  readonly origin: string;
  readonly people: People;
  readonly endpoint: string;
}

async function visit({ browser, origin, people, endpoint }: Place, wish: Wish): Promise<Visit> {
  const { as, name, locale = 'zh-CN', width = desk, path = '/today', forgive, before } = wish;
  const height = width === phone ? 844 : 800;
  const context = await browser.newContext({ viewport: { width, height }, locale, acceptDownloads: true });
  // A page that is left open goes on asking, and takes time from those that come after it.
  onTestFinished(async () => await context.close());
  context.setDefaultTimeout(patienceMs);
  await before?.(context);
  const page = await context.newPage();
  const faults = watch(page, { own: [origin, ...issuersAt(endpoint)], ...(forgive && { forgive }) });
  const query = `${path.includes('?') ? '&' : '?'}lang=${locale}`;
  const token = as ? `#token=${(await people.of(as === 'nobody' ? undefined : as, name)).token}` : '';
  await page.goto(`${origin}/board${path}${query}${token}`);
  return { page, faults, locale };
}

/** The emulator names itself either way. */
function issuersAt(endpoint: string): string[] {
  const { port } = new URL(endpoint);
  return [`http://127.0.0.1:${port}`, `http://localhost:${port}`];
}

/** Lower-case letters without vowels, so that no word comes out. */
function lettersOf(count: number): string {
  const alphabet = 'bcdfghjkmnpqrstvwxz';
  return [...randomBytes(count)].map((byte) => alphabet[byte % alphabet.length]).join('');
}
