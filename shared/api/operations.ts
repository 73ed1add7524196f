import { type Role, roles } from '#shared/returns/acts/roles.ts';
import { type Answerer, read, take } from './operation.ts';

const anybody = roles;
const admins: readonly Role[] = ['admin'];

/**
 * All that the API answers: one more operation is one more line here, a contract (contract/) and an answer (answers/). Routes, who is refused,
 * validation, docs/api/openapi.json and the client follow.
 */
export const operations = {
  showMe: read('GET /me', 'stack', anybody),
  listAttention: read('GET /attention', 'shops', anybody),
  listCases: read('GET /cases', 'shops', anybody),
  search: read('POST /search', 'shops', anybody),
  showCase: read('GET /cases/{key}', 'case', anybody),
  showTimeline: read('GET /cases/{key}/timeline', 'case', anybody),
  listCaseDeliveries: read('GET /cases/{key}/deliveries', 'case', admins),
  listUnclaimed: read('GET /unclaimed', 'shops', anybody),
  showUnclaimed: read('GET /unclaimed/{number}', 'shops', anybody),
  showPolicy: read('GET /policy', 'stack', admins),
  listDeliveries: read('GET /deliveries', 'stack', admins),
  showDelivery: read('GET /deliveries/{source}/{channel}/{id}', 'stack', admins),
  listSources: read('GET /sources', 'stack', admins),
  showShift: read('GET /shift', 'shops', anybody),
  takeCaseAct: take('POST /cases/{key}/acts', 'case', anybody),
  takeParcelAct: take('POST /parcels/{number}/acts', 'parcel', anybody),
  acceptShift: take('POST /shift/accept', 'shops', anybody),
  replayDelivery: take('POST /deliveries/{source}/{channel}/{id}/replay', 'stack', admins),
  showOpenapi: read('GET /openapi.json', 'stack', anybody),
};

export type Operations = typeof operations;
export type OperationName = keyof Operations;
export const operationNames = Object.keys(operations) as OperationName[];

/** Those that one function answers. */
export type NamesBy<By extends Answerer> = {
  [Name in OperationName]: Operations[Name]['by'] extends By ? Name : never;
}[OperationName];
