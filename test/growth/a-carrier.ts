import type { Thing } from './thing.ts';

/** A carrier that tells of each scan by itself, signs in hexadecimal, and has the id of a message in its body. */
export const aCarrier: Thing = {
  what: 'a source',
  most: 1,
  own: {
    'shared/sources/parcelwing/about.ts': `import type { SourceAbout } from '../about.ts';

/** A carrier that tells of each scan by itself. */
export const parcelwingAbout = {
  source: 'parcelwing',
  roles: ['carrier'],
  secrets: { signing: 'the text that Parcelwing shows beside the URL of the webhook' },
} satisfies SourceAbout;
`,
    'shared/sources/parcelwing/verify.ts': `import { createHmac } from 'node:crypto';
import { equalBytes } from '../equal-bytes.ts';
import type { SigningSecrets, Verification, WebhookRequest } from '../source.ts';

/** The lower-case hexadecimal text of HMAC-SHA256 over the raw body, compared as a text: so no other spelling of it counts. */
export function verifyParcelwing(
  { headers, rawBody }: WebhookRequest,
  { current, previous }: SigningSecrets,
): Verification {
  const signature = Buffer.from(headers['x-parcelwing-signature'] ?? '');
  const isGenuine = [current, previous].some((secret) => {
    return secret && equalBytes(Buffer.from(createHmac('sha256', secret).update(rawBody).digest('hex')), signature);
  });
  return isGenuine ? { ok: true } : { ok: false, reason: 'no signature matches' };
}
`,
    'shared/sources/parcelwing/receiver.ts': `import { deliveryIdOf, hashId } from '../delivery-id.ts';
import type { Identity, Receiver, WebhookRequest } from '../source.ts';
import { verifyParcelwing } from './verify.ts';

/** The first field of each message. A pattern over the start of the body, since the door parses nothing. */
const eventId = /^\\s*\\{\\s*"event_id"\\s*:\\s*"([^"\\\\]{1,100})"/;
const lookedAtBytes = 256;

export const parcelwingReceiver: Receiver = {
  source: 'parcelwing',
  keptHeaders: [],
  verify: (request, secrets) => verifyParcelwing(request, secrets),
  identify,
  accepted: { status: 200 },
};

/** By its own id, which is the same on every retry; a message without one by its bytes. */
function identify({ rawBody }: WebhookRequest): Identity {
  const id = eventId.exec(Buffer.from(rawBody.subarray(0, lookedAtBytes)).toString('latin1'))?.[1];
  return { deliveryId: id === undefined ? hashId(rawBody) : deliveryIdOf(\`parcelwing:\${id}\`), subject: 'scan' };
}
`,
    'shared/sources/parcelwing/observe.ts': `import * as z from 'zod';
import { readTrackingNumber } from '#shared/identifiers/tracking-number.ts';
import type { Channel, Merchant } from '#shared/merchant/merchant.ts';
import type { ParcelSide, ParcelStage } from '#shared/returns/carrier/parcel-stages.ts';
import { carrierCodeOf } from '../carrier-code.ts';
import { isoTime } from '../iso-time.ts';
import { inPart, notUnderstood, saying } from '../observed.ts';
import { parseBody } from '../parse-body.ts';
import { readInPart } from '../read-in-part.ts';
import type { Delivery, Observed, Observer } from '../source.ts';

/** Their codes of a scan, by what each means here. One that is not here is not understood, and shown; never guessed. */
const stages: ReadonlyMap<string, ParcelStage | ParcelSide> = new Map([
  ['PICKED_UP', 'picked-up'],
  ['ON_THE_ROAD', 'in-transit'],
  ['HANDED_OVER', 'delivered'],
] as const);

const message = z.object({ tracking: z.string().max(60), scan: z.string(), scanned_at: isoTime.optional() });

/** A scan says where a parcel is, of its number; which case that is, the record knows. */
export const parcelwingObserver: Observer = { source: 'parcelwing', revision: 1, observe };

function observe({ body, receivedAt }: Delivery, _channel: Channel, merchant: Merchant): Observed {
  const parsed = parseBody(body, JSON.parse);
  if (!parsed.ok) {
    return notUnderstood(parsed.reason);
  }
  const read = readInPart(message, parsed.value);
  if (!read.ok) {
    return notUnderstood(read.reason);
  }
  const { tracking, scan, scanned_at: at = receivedAt } = read.value;
  const number = readTrackingNumber(tracking);
  const stage = stages.get(scan);
  if (number.kind !== 'number') {
    return notUnderstood('tracking: must be 4 to 40 letters, digits and hyphens');
  }
  if (!stage) {
    return notUnderstood(\`scan: must be one of: \${[...stages.keys()].join(', ')}\`);
  }
  const moved = { fact: 'moved', stage, at, carrier: carrierCodeOf('parcelwing', merchant) } as const;
  return inPart(saying({ about: 'parcel', number: number.number, facts: [moved] }), read.unread);
}
`,
    'test/fixtures/parcelwing/handed-over.body':
      '{"event_id":"pw-77-3","tracking":"PW100000000077","scan":"HANDED_OVER","scanned_at":"2026-01-15T09:30:00+01:00","courier":"T. Fahrer"}',
    'tools/send/senders/parcelwing.ts': `import { createHmac } from 'node:crypto';
import { fixtureText } from '../fixture.ts';
import type { SampleSender } from '../sample-sender.ts';

/** Parcelwing: a scan of each kind. */
export const parcelwingSender: SampleSender = {
  source: 'parcelwing',
  content: 'the body',
  types: { PICKED_UP: undefined, ON_THE_ROAD: undefined, HANDED_OVER: undefined },
  sampleOf: (scan, { now, run }) => ({
    ...JSON.parse(fixtureText('parcelwing/handed-over')),
    event_id: run,
    scan,
    scanned_at: now.toISOString(),
  }),
  post: (_scan, content, { secret }) => {
    const body = Buffer.from(JSON.stringify(content));
    return { headers: { 'x-parcelwing-signature': createHmac('sha256', secret).update(body).digest('hex') }, body };
  },
};
`,
  },
  edits: [],
  aside: [
    {
      path: 'infra/merchants/demo.json',
      after: '  "channels": [\n',
      put: '    {\n      "source": "parcelwing",\n      "channel": "scans",\n      "role": "carrier",\n      "shops": []\n    },\n',
    },
    {
      path: 'docs/onboard.md',
      after: ' `doudian`, `kuaidi100`,',
      put: ' `parcelwing`,',
    },
    {
      path: 'test/contract/source-vectors.ts',
      after: '/** platforms-global.md, 4.1. */\n',
      put: `export const parcelwingVectors: readonly Vector[] = [
  {
    name: 'a scan',
    channel: 'scans',
    headers: { 'x-parcelwing-signature': 'b749579071a857f39e9a9a504594d0625cccb80239b0297a949f5cb6b213e458' },
    body: fixture('parcelwing/handed-over'),
    secrets: { current: 'parcelwing-secret' },
    now: t0,
    signedIn: { header: 'x-parcelwing-signature' },
    signature: 'b749579071a857f39e9a9a504594d0625cccb80239b0297a949f5cb6b213e458',
    deliveryId: 'parcelwing:pw-77-3',
    neededHeaders: ['x-parcelwing-signature'],
    foreignSecret: 'another-secret',
  },
];

`,
    },
    {
      path: 'test/contract/source-trials.ts',
      after: '  qimen: { vectors: qimenVectors, deliveries: ofOurOrders, members: qimenMembers },\n',
      put: "  parcelwing: { vectors: parcelwingVectors, deliveries: [], members: { codes: { scan: { others: ['PICKED_UP'], unknown: 'LOST' } } } },\n",
    },
    {
      path: 'test/contract/source-trials.ts',
      after: '  merchant,\n',
      put: '  parcelwingVectors,\n',
    },
  ],
  tests: [
    'test/contract/sources.test.ts',
    'test/unit/tooling/samples.test.ts',
    'test/unit/tooling/onboard-page.test.ts',
    'test/infra/stacks.test.ts',
  ],
};
