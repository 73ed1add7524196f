import { Fault } from '#shared/fault/fault.ts';
import type { Refusal } from './ask.ts';
import type { ApiCall } from './signed-request.ts';

/** Where a person has to look, by words in Doudian's codes; the first row counts. */
const rows: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/access-token|authorization/, 'the access token'],
  [/signature|app-id/, 'the appKey and the signing secret'],
  [/^30001|permission|forbidden/, "the app's permissions, and the shop's consent"],
  [/^30002/, "the platform's list of allowed addresses (egress: fixed)"],
];

/** A refusal that only a person can mend. It names what to check, and quotes codes only. */
export function refusalError({ code, subCode }: Refusal, { channel, shop, method }: ApiCall): Fault {
  const codes = subCode ? `${code} ${subCode}` : String(code);
  const what = rows.find(([pattern]) => pattern.test(codes))?.[1] ?? 'api.version and the access token';
  const advice = `check ${what} of doudian/${channel.channel}`;
  return new Fault('call-refused', `shop ${shop} refused ${method} (${codes})`, { advice });
}
