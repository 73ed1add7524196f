import * as z from 'zod';
import { readTrackingNumbers } from '#shared/identifiers/tracking-numbers.ts';
import { carrierCodeOf } from '../carrier-code.ts';
import { notUnderstood, saying } from '../observed.ts';
import { replacementFacts } from '../replacement-facts.ts';
import { aboutCase, isConfiguredKey } from './case-ref.ts';
import { sentence, wordOf } from './code-or-text.ts';
import { carrier, caseName, codeOrText, id, longId, secureLink, since, time, trackingNumber } from './fields.ts';
import { row } from './row.ts';

const disputed = z.object({
  ...caseName,
  disputeId: id.describe('the id of the dispute where it is fought out, the same when it is closed'),
  at: time.describe('when this happened'),
});

/** `return.disputed`. */
export const returnDisputed = row(
  'The buyer opened a dispute.',
  disputed,
  (data, context) =>
    aboutCase(data, context, [{ fact: 'disputed', disputeId: data.disputeId, at: data.at ?? context.at }]),
  ['at'],
);

const settled = disputed.extend({
  outcome: codeOrText
    .exactOptional()
    .describe(
      'how it ended: `buyer` or `merchant` where it was judged for one of them; any other word settles nothing',
    ),
});

/** `dispute.closed`. */
export const disputeClosed = row(
  'A dispute is over.',
  settled,
  (data, context) => {
    const outcome = wordOf(data.outcome);
    const fact = {
      fact: 'dispute-closed',
      disputeId: data.disputeId,
      at: data.at ?? context.at,
      ...(outcome && { outcome }),
    } as const;
    return aboutCase(data, context, [fact], { person: sentence('disputeOutcome', data.outcome) });
  },
  ['at'],
);

const replacement = z.object({
  ...caseName,
  at: time.describe('when it was sent'),
  trackingNumber: trackingNumber
    .refine((text) => readTrackingNumbers(text).kind !== 'invalid', 'must be a tracking number, or several')
    .exactOptional()
    .describe(
      "its number, which is no return's; where several stand in one field, each counts; a placeholder counts as left out",
    ),
  carrier: carrier.exactOptional().describe('who carries it'),
});

/** `replacement.shipped`. */
export const replacementShipped = row(
  'What the buyer gets instead was sent.',
  replacement,
  (data, context) => {
    const sent = {
      at: data.at ?? context.at,
      ...(data.carrier && { carrier: carrierCodeOf(data.carrier, context.merchant) }),
    };
    return aboutCase(data, context, replacementFacts(data.trackingNumber ?? '', sent));
  },
  ['at'],
);

const ticket = z.object({ ...caseName, url: secureLink.describe('where the ticket is read'), at: since });

/** `ticket.linked`. */
export const ticketLinked = row('A ticket of a help desk is about the case.', ticket, (data, context) =>
  aboutCase(data, context, [{ fact: 'ticket-linked', url: data.url, at: data.at ?? context.at }]),
);

const acknowledged = z
  .object({
    announcementId: longId.describe('which announcement, exactly as it was told'),
    at: time.describe('when you answered'),
    accepted: z.boolean().describe('`true`: you expect the parcel. `false`: you do not, and a person is shown so'),
    reason: codeOrText.exactOptional().describe('why not'),
  })
  .describe(
    [
      '`announcementId` names case and announcement at once: it is `<case key>/<hash>`.',
      'You find it as `announcementId` in the `data` of *Return Tracking Assigned* and *Return Tracking Replaced*, the messages of your [queue](queue-warehouse.md),',
      'and in the `data` of the [call](http-warehouse.md) `return.expected`. Send it back letter by letter:',
      'the key may hold slashes and colons itself, and the hash cannot be made from what you know.',
      'An id whose key is of no configured shop is not understood; one that nobody told you is shown to a person (`announcement-unknown`) and does not count.',
      'What changed is announced anew under another id: answer each; a withdrawal needs no answer. Of two answers to one id the later by `at` holds.',
      'A warehouse that is called has answered in the call, and need not send this.',
    ].join(' '),
  );

/** `preadvice.acknowledged`: the announcement's id begins with the key of its case. */
export const preAdviceAcknowledged = row(
  'A pre-advice was answered.',
  acknowledged,
  (data, { merchant, at: toldAt }) => {
    const { announcementId, accepted, at = toldAt } = data;
    const caseKey = announcementId.slice(0, Math.max(0, announcementId.lastIndexOf('/')));
    if (!isConfiguredKey(caseKey, merchant)) {
      return notUnderstood('data.announcementId: must be one that was announced, <case key>/<hash>');
    }
    const reason = wordOf(data.reason);
    const fact = { fact: 'pre-advice-answered', announcementId, accepted, at, ...(reason && { reason }) } as const;
    const person = sentence('preAdviceReason', data.reason);
    return saying({
      about: 'case',
      ref: { caseKey },
      facts: [fact],
      ...(Object.keys(person).length > 0 && { person }),
    });
  },
  ['at'],
);
