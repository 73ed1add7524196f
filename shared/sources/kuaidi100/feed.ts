import { Fault } from '#shared/fault/fault.ts';
import type { CallOptions } from '#shared/http/guarded-post.ts';
import { type ApiRequest, callApi, faultOfStatus } from '../call-api.ts';
import type { CarrierFeed, FollowAnswer, FollowQuestion } from '../carrier-feed.ts';
import { brandOfCarrier } from '../chinese-carriers.ts';
import { kuaidi100About } from './about.ts';

const mostBytes = 64 * 1024;
const restWhenBusyMs = 5_000;
/** platforms-cn.md, 11a. */
const longestNumber = 32;

/** Subscribes numbers at Kuaidi100 (platforms-cn.md, 11a). Not tried against Kuaidi100 itself. */
export function openKuaidi100Feed(options: CallOptions): CarrierFeed {
  return {
    source: kuaidi100About.source,
    async follow(question) {
      const reason = missingIn(question);
      if (reason) {
        return { kind: 'refused', reason };
      }
      const called = await callApi(options, requestOf(question));
      if (called.kind === 'busy') {
        return busy;
      }
      const { status, body } = called.answer;
      if (status !== 200) {
        const name = nameOf(question);
        const advice = { known: `check the access token of ${name}`, else: `check api.baseUrl of channel ${name}` };
        throw faultOfStatus('kuaidi100', status, advice);
      }
      return meaningOf(returnCodeOf(body.toString()), question);
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

function requestOf(question: FollowQuestion): ApiRequest {
  return {
    url: String(new URL('/poll', question.channel.api?.baseUrl)),
    headers: { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' },
    body: new URLSearchParams({ schema: 'json', param: JSON.stringify(paramOf(question)) }).toString(),
    mostBytes,
  };
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
    const advice = `check the account and the token of channel ${nameOf(question)}`;
    throw new Fault('call-refused', `kuaidi100 answered ${returnCode}, the key ${fault}`, { advice });
  }
  return answers.get(returnCode) ?? busy;
}

function nameOf({ channel: { source, channel } }: FollowQuestion): string {
  return `${source}/${channel}`;
}
