import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as answers from '#shared/door/answers.ts';
import { toInstant } from '#shared/returns/record/instant.ts';
import type { Observed } from '#shared/sources/source.ts';
import { standardObserver } from '#shared/sources/standard/observe.ts';
import { standardReceiver } from '#shared/sources/standard/receiver.ts';
import { rows } from '#shared/sources/standard/rows.ts';
import { pagePath, writtenAnew } from '../../tools/webhooks/page.ts';
import { merchant } from './source-vectors.ts';

const page = readFileSync(join(import.meta.dirname, '../..', pagePath), 'utf8');

type Json = Record<string, unknown>;

interface Shown {
  readonly type: string;
  readonly roles: readonly string[];
  readonly message: Json & { readonly data: Json };
  readonly fields: readonly { readonly path: string; readonly isRequired: boolean }[];
}

/** Each type as a reader of the page finds it. */
const shown: readonly Shown[] = page
  .split(/^### `(?=[a-z-]+\.[a-z-]+`$)/m)
  .slice(1)
  .map((section) => ({
    type: /^[^`]+/.exec(section)?.[0] ?? '',
    roles: [...(/Sent by: (.+)\.$/m.exec(section)?.[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, role = '']) => role),
    message: JSON.parse(fenced('json', section)),
    fields: [...section.matchAll(/^\| `([^`]+)` \| (yes|no) \|/gm)].map(([, path = '', required]) => ({
      path,
      isRequired: required === 'yes',
    })),
  }));

const fieldsShown = shown.flatMap((each) => each.fields.map((field) => [each.type, field.path, each, field] as const));

/** Optional by itself, and without it the example lacks what the words above its table ask for: a parcel or a case. */
const neededByRule = [
  ['return.inspected', 'trackingNumber'],
  ['return.stocked-in', 'caseId'],
] as const;

/** What examples hold to show that it may be there: the words above their tables say that it is not kept. */
const notKept = ['parcel.moved place'];

function fenced(language: string, text = page): string {
  return new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, 'ms').exec(text)?.[1] ?? '';
}

function channelOf(role: string) {
  const found = merchant.channels.find((each) => each.source === 'standard' && each.role === role);
  if (!found) {
    throw new Error(`no standard channel of a ${role}`);
  }
  return found;
}

function observe(message: unknown, role: string): Observed {
  const receivedAt = toInstant('2026-01-20T08:00:00Z') ?? ('' as never);
  const channel = channelOf(role);
  const delivery = { source: 'standard', channel: channel.channel, id: 'msg_1', via: 'webhook', receivedAt } as const;
  const body = Buffer.from(JSON.stringify(message));
  return standardObserver.observe({ ...delivery, headers: {}, body }, channel, merchant);
}

/** Why it is not understood, or what of it could not be read. */
function reasonOf(observed: Observed): string {
  if (observed.kind === 'sayings') {
    return observed.unread ?? 'understood';
  }
  return observed.kind === 'not-understood' ? observed.reason : observed.kind;
}

/** The message with another value at a field of its data, in each item of a list; what holds the field is made where it is absent. */
function changed({ message }: Shown, path: string, value: unknown): Json {
  const copy = structuredClone(message);
  const [last = '', ...before] = path.split('.').reverse();
  const holders = before.reverse().reduce<Json[]>(
    (held, name) =>
      held.flatMap((each): Json[] => {
        const key = name.replace('[]', '');
        each[key] ??= name === key ? {} : [{}];
        return [each[key]].flat() as Json[];
      }),
    [copy.data],
  );
  for (const holder of holders) {
    holder[last] = value;
  }
  return copy;
}

function pathsIn(data: Json, before = ''): string[] {
  return Object.entries(data).flatMap(([name, value]) => {
    const path = `${before}${name}`;
    const [first] = [value].flat();
    const isHolder = typeof first === 'object' && first !== null && !('currency' in first);
    return [path, ...(isHolder ? pathsIn(first as Json, `${path}${Array.isArray(value) ? '[]' : ''}.`) : [])];
  });
}

describe('docs/standard-webhooks.md', () => {
  it('is what the schemas and the examples say today; run `npm run webhooks` after a change', () => {
    expect(writtenAnew(page)).toBe(page);
  });

  it('shows each type', () => {
    expect(shown.map(({ type }) => type)).toEqual([...rows.keys()]);
    expect(shown.map(({ message }) => message.type)).toEqual([...rows.keys()]);
  });

  it('shows each answer of the door in its own words', () => {
    const replies = [standardReceiver.accepted, ...Object.values(answers)];

    const missing = replies.filter(({ status, body = 'nothing' }) => {
      const [, words = ''] = new RegExp(`^\\| ${status} \\| ([^|]+) \\|`, 'm').exec(page) ?? [];
      return !words.includes(body);
    });

    expect(missing).toEqual([]);
  });
});

describe('an example of docs/standard-webhooks.md', () => {
  it.each(shown.flatMap((each) => each.roles.map((role) => [each.type, role, each] as const)))(
    '%s is understood of a %s',
    (_type, role, { message }) => {
      expect(observe(message, role)).toMatchObject({ kind: 'sayings' });
    },
  );

  it.each(shown.map((each) => [each.type, each] as const))('%s shows no field that its table lacks', (type, each) => {
    const known = each.fields.map(({ path }) => path);

    const unknown = pathsIn(each.message.data).filter((path) => !known.includes(path));

    expect(unknown.filter((path) => !notKept.includes(`${type} ${path}`))).toEqual([]);
  });

  it.each(['type', 'timestamp', 'data'])('is not understood as a whole without its %s', (field) => {
    const message = JSON.parse(fenced('json'));

    expect(reasonOf(observe(message, 'store'))).toBe('understood');
    expect(reasonOf(observe({ ...message, [field]: undefined }, 'store'))).toMatch(new RegExp(`^${field}: `));
  });
});

describe('a table of docs/standard-webhooks.md', () => {
  const required = fieldsShown.filter(([, , , { isRequired }]) => isRequired);
  const optional = fieldsShown.filter(([, , , { isRequired }]) => !isRequired);

  it.each(required)('calls required, of %s, what it is not understood as a whole without: %s', (_type, path, each) => {
    const said = each.roles.map((role) => reasonOf(observe(changed(each, path, undefined), role)));

    expect(said).toEqual(said.map(() => expect.stringContaining(`data.${path.replaceAll('[]', '.0')}: `)));
  });

  it.each(optional)('calls optional, of %s, what may be left out or null: %s', (type, path, each) => {
    const isNeeded = neededByRule.some((rule) => rule[0] === type && rule[1] === path);

    const kinds = each.roles.flatMap((role) =>
      [undefined, null].map((nothing) => observe(changed(each, path, nothing), role).kind),
    );

    expect(new Set(kinds)).toEqual(new Set([isNeeded ? 'not-understood' : 'sayings']));
  });

  it.each(fieldsShown)('names, of %s, a field that is looked at: %s', (_type, path, each) => {
    const said = each.roles.map((role) => reasonOf(observe(changed(each, path, [[]]), role)));

    expect(said).toEqual(said.map(() => expect.stringContaining(`data.${path.replaceAll('[]', '.0')}`)));
  });
});

describe('how docs/standard-webhooks.md signs', () => {
  const secret = /`(whsec_[^`]+)`/.exec(page)?.[1] ?? '';
  const url = 'https://returns.example.com/webhooks/standard/own-store';

  afterEach(() => {
    vi.unstubAllGlobals();
    vi.unstubAllEnvs();
  });

  function verify(headers: Readonly<Record<string, string>>, body: string, now: Date) {
    const request = { method: 'POST', headers, query: {}, rawQuery: '', rawBody: Buffer.from(body) };
    return standardReceiver.verify(request, { current: secret }, channelOf('store'), now);
  }

  it('is right in the signature to compare with', () => {
    const id = /^id=(.+)$/m.exec(page)?.[1] ?? '';
    const body = /^body='(.+)'$/m.exec(page)?.[1] ?? '';
    const timestamp = /`webhook-timestamp: (\d+)`/.exec(page)?.[1] ?? '';
    const signature = /as `(v1,[^`]+)`/.exec(page)?.[1] ?? '';
    const headers = { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature };

    expect(verify(headers, body, new Date(Number(timestamp) * 1000))).toEqual({ ok: true });
  });

  it('is right in JavaScript', async () => {
    const fetch = vi.fn(async () => new Response(null, { status: 200 }));
    vi.stubGlobal('fetch', fetch);
    vi.stubEnv('BACKHAUL_SECRET', secret);
    vi.stubEnv('BACKHAUL_URL', url);
    const code = fenced('js').replace("'standardwebhooks'", JSON.stringify(import.meta.resolve('standardwebhooks')));
    const { post } = await import(`data:text/javascript,${encodeURIComponent(code)}`);

    const status = await post('rma-1-closed', JSON.parse(fenced('json')));

    expect(status).toBe(200);
    expect(fetch).toHaveBeenCalledExactlyOnceWith(url, expect.objectContaining({ method: 'POST' }));
    const [[, request]] = fetch.mock.calls as unknown as [[string, { headers: Record<string, string>; body: string }]];
    expect(verify(request.headers, request.body, new Date())).toEqual({ ok: true });
  });

  const hasOpenssl = spawnSync('sh', ['-c', 'command -v openssl']).status === 0;
  it.runIf(hasOpenssl)('is right in a shell', () => {
    const curl = 'curl() { for each in "$@"; do printf "%s\\n" "$each"; done; }\n';
    const env = { PATH: process.env.PATH, BACKHAUL_SECRET: secret, BACKHAUL_URL: url };

    const { stdout, stderr } = spawnSync('sh', ['-eu', '-c', curl + fenced('sh')], { encoding: 'utf8', env });

    const said = stdout.split('\n');
    const headers = said.flatMap((line) => (line.includes(': ') ? [line.split(': ') as [string, string]] : []));
    expect({ stderr, url: said[1] }).toEqual({ stderr: '', url });
    expect(verify(Object.fromEntries(headers), said[said.indexOf('--data-binary') + 1] ?? '', new Date())).toEqual({
      ok: true,
    });
  });
});
