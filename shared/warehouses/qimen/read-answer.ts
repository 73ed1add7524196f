import * as z from 'zod';
import type { PostAnswer } from '#shared/http/guarded-post.ts';
import { readXml } from '#shared/sources/qimen/read-xml.ts';
import type { CallResult } from '../connector.ts';
import { type CalledOrder, codeOf, type Failure, type FailureMeaning, meaningOf, reasonOf } from './failure.ts';

const answerShape = z.object({
  flag: z.string(),
  code: z.string().exactOptional(),
  message: z.string().exactOptional(),
  returnOrderId: z.string().exactOptional(),
});
const orderIdForm = /^[^\p{Cc}]{1,100}$/u;

/** What a failure means for this call: an order that is there already was created, one that is not there is cancelled. */
export type DoneWhen = Extract<FailureMeaning, 'exists' | 'absent'>;

/**
 * What a WMS answered. Only its flag is an answer: without one (another status, no XML, an error of the cloud's own form) it is unknown
 * whether it did what it was asked; the reason is a code then, for it is logged.
 */
export function readAnswer({ status, headers, body }: PostAnswer, order: CalledOrder, doneWhen: DoneWhen): CallResult {
  if (status !== 200) {
    return { kind: 'unknown', reason: `answered ${status}` };
  }
  const xml = readXml(body, headers['content-type'] ?? '', 'response');
  const read = xml.ok ? answerShape.safeParse(xml.value) : undefined;
  switch (read?.data?.flag.toLowerCase()) {
    case 'success':
      return acceptedAs(read?.data?.returnOrderId);
    case 'failure':
      return failedWith({ code: read?.data?.code ?? '', message: read?.data?.message ?? '' }, order, doneWhen);
    default:
      return { kind: 'unknown', reason: xml.ok ? 'the answer has no flag' : xml.reason };
  }
}

function acceptedAs(orderId = ''): CallResult {
  return { kind: 'accepted', ...(orderIdForm.test(orderId) && { orderId }) };
}

function failedWith(failure: Failure, order: CalledOrder, doneWhen: DoneWhen): CallResult {
  switch (meaningOf(failure, order)) {
    case doneWhen:
      return { kind: 'accepted' };
    case 'passing':
      return { kind: 'unknown', reason: codeOf(failure) };
    default:
      return { kind: 'refused', reason: reasonOf(failure) };
  }
}
