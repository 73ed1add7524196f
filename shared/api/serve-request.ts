import { type HealthDeps, sourcesHealth } from '#shared/health/sources-health.ts';
import type { Merchant } from '#shared/merchant/merchant.ts';
import type { Revisions } from '#shared/policy/revisions.ts';
import type { StoredRecord } from '#shared/recording/ports.ts';
import type { CaseSnapshot } from '#shared/returns/case/case.ts';
import type { Instant } from '#shared/returns/record/instant.ts';
import { isLocale } from '#shared/words/locale.ts';
import type { ProblemCode } from '#shared/words/problem-words.ts';
import { type Claims, canSee, groupsOf, type Sight, sightOf } from './caller.ts';
import { type CaseKey, caseKeysIn } from './case-keys.ts';
import { caseViewOf } from './case-view.ts';
import { policyViewOf } from './policy-view.ts';
import type { DeliveryLookup } from './ports.ts';
import { type ApiReply, jsonReply, problemReply } from './problem.ts';
import { type ApiReads, readTimelineRecord } from './read-timeline-record.ts';
import { listDeliveries, showDelivery } from './serve-deliveries.ts';
import { timelineOf } from './timeline.ts';

export interface ApiRequest {
  /** Method and path as routed: `GET /cases/{key}`. */
  readonly route: string;
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** Of the verified token; undefined where there was none. */
  readonly claims: Claims | undefined;
}

export interface ApiAnswer {
  readonly reply: ApiReply;
  /** Only of a case that the caller may see. */
  readonly caseKey?: string;
}

export interface Api extends ApiReads, HealthDeps {
  readonly merchant: Pick<Merchant, 'channels' | 'warehouses' | 'teams' | 'timeZone' | 'locale'>;
  readonly policies: Policies;
  readonly deliveryLookup: DeliveryLookup;
  readonly now: () => Instant;
}

/** What is stored of policy, over what is bundled. */
export interface Policies {
  read(): Promise<Revisions>;
}

type StoredCase = StoredRecord<CaseSnapshot>;
type Page = (api: Api, record: StoredCase, request: ApiRequest) => Promise<ApiReply>;
type AdminPage = (api: Api, request: ApiRequest) => Promise<ApiReply>;

const pages: Readonly<Record<string, Page>> = {
  'GET /cases/{key}': async ({ now }, record) => jsonReply(caseViewOf(record, now())),
  'GET /cases/{key}/timeline': async (api, record, { query }) => {
    const locale = query.lang ?? api.merchant.locale;
    if (!isLocale(locale)) {
      return problemReply('wrongLanguage');
    }
    const whole = await readTimelineRecord(api, record);
    const entries = timelineOf(whole, { locale, merchant: api.merchant });
    return jsonReply({ caseKey: record.snapshot.key, entries });
  },
};

const adminPages: Readonly<Record<string, AdminPage>> = {
  'GET /policy': async ({ policies, now }) => jsonReply(policyViewOf(await policies.read(), now())),
  'GET /deliveries': async ({ deliveryLookup }, { query }) => await listDeliveries(deliveryLookup, query),
  'GET /deliveries/{source}/{channel}/{id}': async ({ deliveryLookup }, { path }) =>
    await showDelivery(deliveryLookup, path),
  'GET /sources': async (api) => jsonReply(await sourcesHealth(api, api.merchant, api.now())),
};

/** Answers what people and tools ask about cases. Whoever may not see a case hears the same as of one that does not exist. */
export async function serveRequest(api: Api, request: ApiRequest): Promise<ApiAnswer> {
  const adminPage = Object.hasOwn(adminPages, request.route) ? adminPages[request.route] : undefined;
  return adminPage ? await serveAdmin(api, request, adminPage) : await serveCase(api, request);
}

async function serveAdmin(api: Api, request: ApiRequest, page: AdminPage): Promise<ApiAnswer> {
  const { claims } = request;
  if (!claims) {
    return { reply: problemReply('noToken') };
  }
  return { reply: groupsOf(claims).includes('admin') ? await page(api, request) : problemReply('notAdmin') };
}

async function serveCase(api: Api, request: ApiRequest): Promise<ApiAnswer> {
  const page = Object.hasOwn(pages, request.route) ? pages[request.route] : undefined;
  const keys = caseKeysIn(request.path.key ?? '');
  const sight = sightOf(groupsOf(request.claims ?? {}), api.merchant);
  const refusal = refusalOf(request, sight, page, keys);
  if (!page || refusal) {
    return { reply: problemReply(refusal ?? 'unknownRoute') };
  }
  const record = await findCase(api, keys, sight);
  if (!record) {
    return { reply: problemReply('unknownCase') };
  }
  return { reply: await page(api, record, request), caseKey: record.snapshot.key };
}

function refusalOf(
  { claims }: ApiRequest,
  sight: Sight,
  page: Page | undefined,
  keys: readonly CaseKey[],
): ProblemCode | undefined {
  if (!claims) {
    return 'noToken';
  }
  if (sight.kind === 'none') {
    return 'noGroup';
  }
  if (!page) {
    return 'unknownRoute';
  }
  return keys.length === 0 ? 'wrongKey' : undefined;
}

async function findCase({ cases }: Api, keys: readonly CaseKey[], sight: Sight): Promise<StoredCase | undefined> {
  for (const { key } of keys.filter((each) => canSee(sight, each))) {
    const record = await cases.readSnapshot(key);
    if (record) {
      return record;
    }
  }
  return undefined;
}
