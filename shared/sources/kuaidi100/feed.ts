import type { CarrierFeed, FollowAnswer, FollowQuestion } from '../carrier-feed.ts';
import { brandOfCarrier } from '../chinese-carriers.ts';

type Fetch = typeof globalThis.fetch;

const timeoutMs = 8_000;
const mostBytes = 64 * 1024;
const restWhenBusyMs = 5_000;
/** platforms-cn.md, 11a. */
const longestNumber = 32;

/**
 * Subscribes numbers at Kuaidi100 (platforms-cn.md, 11a). Redirects are refused: only the configured address is called.
 * Not tried against Kuaidi100 itself.
 */
export function openKuaidi100Feed(fetch: Fetch = globalThis.fetch): CarrierFeed {
  return {
    source: 'kuaidi100',
    async follow(question) {
      const reason = missingIn(question);
      if (reason) {
        return { kind: 'refused', reason };
      }
      const answer = await ask(fetch, question).catch(() => undefined);
      if (!answer || answer.status === 429 || answer.status >= 500) {
        return busy;
      }
      if (answer.status !== 200) {
        throw new Error(`kuaidi100 answered ${answer.status}: check api.baseUrl of channel ${nameOf(question)}`);
      }
      return meaningOf(returnCodeOf(answer.text), question);
    },
  };
}

/** Why it would be refused, as far as we know without asking. */
function missingIn({ trackingNumber, phoneTail, ...question }: FollowQuestion): string | undefined {
  if (trackingNumber.length > longestNumber) {
    return `the number is longer than ${longestNumber} characters`;
  }
  return !phoneTail && brandOf(question)?.asksForPhone === 'always'
    ? 'its carrier needs the phone of the warehouse, which is not known or has none'
    : undefined;
}

const busy: FollowAnswer = { kind: 'busy', restMs: restWhenBusyMs };

interface Answer {
  readonly status: number;
  readonly text: string;
}

async function ask(fetch: Fetch, question: FollowQuestion): Promise<Answer> {
  const response = await fetch(new URL('/poll', question.channel.api?.baseUrl), {
    method: 'POST',
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
    body: new URLSearchParams({ schema: 'json', param: JSON.stringify(paramOf(question)) }),
  });
  return { status: response.status, text: await textOf(response) };
}

/** Numbers of carriers that are no known brand are left to Kuaidi100 to recognise (`autoCom`). */
function paramOf(question: FollowQuestion) {
  const { trackingNumber, accessToken, callbackUrl, signingSecret, phoneTail } = question;
  const known = brandOf(question);
  return {
    ...(known && { company: known.company }),
    number: trackingNumber,
    key: accessToken,
    parameters: {
      callbackurl: callbackUrl,
      salt: signingSecret,
      resultv2: '4',
      autoCom: '1',
      interCom: '0',
      ...(known?.asksForPhone && phoneTail && { phone: phoneTail }),
    },
  };
}

function brandOf({ carrier, carriers }: Pick<FollowQuestion, 'carrier' | 'carriers'>) {
  return carrier === undefined ? undefined : brandOfCarrier(carrier, { carriers });
}

/** Empty for an answer that is longer than any of theirs: it is none of theirs. */
async function textOf({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += chunk.length;
    if (bytes > mostBytes) {
      return '';
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function returnCodeOf(text: string): string {
  try {
    return String(Object(JSON.parse(text)).returnCode);
  } catch {
    return '';
  }
}

const answers: ReadonlyMap<string, FollowAnswer> = new Map<string, FollowAnswer>([
  ['200', { kind: 'followed' }],
  // It was subscribed before.
  ['501', { kind: 'followed' }],
  ['700', { kind: 'refused', reason: 'carrier or number not accepted' }],
  ['701', { kind: 'refused', reason: 'carrier not supported' }],
  ['702', { kind: 'refused', reason: 'carrier not recognised by the number' }],
]);

const accountFaults: ReadonlyMap<string, string> = new Map([
  ['600', 'is not entitled to subscribe'],
  ['601', 'has run out'],
]);

/** What we do not know may pass: it is tried again, and becomes a dead letter in the end. */
function meaningOf(returnCode: string, question: FollowQuestion): FollowAnswer {
  const fault = accountFaults.get(returnCode);
  if (fault) {
    throw new Error(
      `kuaidi100 answered ${returnCode}, the key ${fault}: check the account and the token of channel ${nameOf(question)}`,
    );
  }
  return answers.get(returnCode) ?? busy;
}

function nameOf({ channel: { source, channel } }: FollowQuestion): string {
  return `${source}/${channel}`;
}
