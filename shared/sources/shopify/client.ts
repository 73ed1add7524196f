import type { CallOptions } from '#shared/http/guarded-post.ts';
import { parseLossless } from '../parse-lossless.ts';
import { readInPart } from '../read-in-part.ts';
import type { StoreAnswer, StoreClient, StoreQuestion } from '../store-client.ts';
import { shopifyAbout } from './about.ts';
import { askAdmin } from './admin-api.ts';
import { listChangedReturns } from './list-changes.ts';
import { returnShape } from './read-shape.ts';
import { isMoneyOnItsWay } from './refund-facts.ts';
import { returnStateQuery } from './return-state-query.ts';

/** Reads returns, and lists those whose orders changed, by Shopify's Admin GraphQL API. */
export function openShopifyClient(options: CallOptions): StoreClient {
  return {
    source: 'shopify',
    signsCalls: shopifyAbout.reading.signsCalls,
    readCase: (question) => readReturn(options, question),
    listChanges: (question) => listChangedReturns(options, question),
  };
}

async function readReturn(options: CallOptions, { caseId, ...shop }: StoreQuestion): Promise<StoreAnswer> {
  const variables = { id: `gid://shopify/Return/${caseId}` };
  const answer = await askAdmin(options, { ...shop, query: returnStateQuery, variables });
  if (answer.kind === 'busy') {
    return answer;
  }
  const { data, restMs } = answer;
  return data.return ? foundIn(JSON.stringify(data.return), restMs) : { kind: 'missing' };
}

function foundIn(content: string, restMs: number): StoreAnswer {
  const read = readInPart(returnShape, parseLossless(content));
  const isUnsettled = read.ok && isMoneyOnItsWay(read.value);
  return { kind: 'found', content, restMs, ...(isUnsettled && { isUnsettled }) };
}
