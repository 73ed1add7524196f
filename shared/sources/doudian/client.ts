import * as z from 'zod';
import type { CallOptions } from '#shared/http/guarded-post.ts';
import type { StoreAnswer, StoreClient, StoreQuestion } from '../store-client.ts';
import { doudianAbout } from './about.ts';
import { askDoudian, type Refusal } from './ask.ts';
import { detailShape } from './detail-shape.ts';
import { listPage } from './list-page.ts';
import { refusalError } from './refusal-error.ts';
import type { Doudian } from './signed-request.ts';

/** Reads cases by Doudian's open API (platforms-cn.md, 2 (c)). Not tried against Doudian itself. */
export function openDoudianClient({ nowMs = Date.now, ...options }: CallOptions & Partial<Doudian>): StoreClient {
  const doudian = { ...options, nowMs };
  return {
    source: 'doudian',
    signsCalls: doudianAbout.reading.signsCalls,
    readCase: async (question) => await readCase(doudian, question),
    listChanges: async (question) => await listPage(doudian, question),
  };
}

async function readCase(doudian: Doudian, { caseId, ...shop }: StoreQuestion): Promise<StoreAnswer> {
  const call = { ...shop, method: 'afterSale.Detail', params: { after_sale_id: caseId } };
  const answer = await askDoudian(doudian, call);
  switch (answer.kind) {
    case 'busy':
      return answer;
    case 'refused':
      if (isMissing(answer.refusal)) {
        return { kind: 'missing' };
      }
      throw refusalError(answer.refusal, call);
    case 'data':
      return foundIn(answer.data);
  }
}

/** The codes of an id that is none of the shop's, and of a case of which there is nothing (yet). */
const missingCodes: ReadonlySet<string> = new Set(['isv.parameter-invalid:11000', 'isv.business-failed:10002']);

function isMissing({ subCode, words }: Refusal): boolean {
  return missingCodes.has(subCode) || (subCode.startsWith('isv.business-failed') && words.includes('售后单不存在'));
}

const changed = z.object({
  process_info: z.object({
    after_sale_info: detailShape.shape.process_info.shape.after_sale_info.pick({ update_time: true }),
  }),
});

/** The whole answer is kept, understood or not. */
function foundIn(data: unknown): StoreAnswer {
  if (data === null || data === undefined) {
    return { kind: 'missing' };
  }
  const asOf = changed.safeParse(data).data?.process_info.after_sale_info.update_time;
  return { kind: 'found', content: JSON.stringify(data), ...(asOf && { asOf }), restMs: 0 };
}
