import * as z from 'zod';
import { cleaned } from '#shared/identifiers/cleaned.ts';
import { needs } from '#shared/returns/deadlines/clock.ts';
import { channelRoles } from '#shared/sources/about.ts';
import { connectorNames, ownSettings } from '#shared/warehouses/abouts.ts';
import { locales } from '#shared/words/locale.ts';
import { linksSchema } from './links.ts';
import { findMerchantFaults } from './merchant-faults.ts';
import { notifySchema } from './notify.ts';
import { withWholeShopNames } from './team-shops.ts';

const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,30}$/, 'use 1 to 31 lower-case letters, digits and hyphens');

/** As a platform or a warehouse gave it out, and people pasted it. */
const code = z.string().overwrite(cleaned);

const channel = z.strictObject({
  source: id,
  channel: id,
  role: z.enum(channelRoles),
  /** Shops that this channel serves, as the store names them. For `role: store`. */
  shops: z
    .array(
      code
        .min(1)
        .max(120)
        .regex(/^[^:#/\s]+$/, 'no colon, hash, slash or blank'),
    )
    .default([]),
  /** The warehouse that speaks here. For `role: warehouse`. */
  warehouse: id.optional(),
  /** Instead of `warehouse`: several, where the sender says of each report whose it is. */
  warehouses: z.array(id).min(2, 'name two or more; one alone stands in warehouse').optional(),
  /** What it tells beyond what every channel of its role does: without it, what needs that is not measured. */
  tells: z.array(z.enum(needs)).optional(),
  /** The app's key at its platform: no secret, but part of what is signed. */
  appKey: code.min(1).max(60).optional(),
  /** Where the API of a store, or of a carrier feed, is called; the access token is a secret of its own. */
  api: z.strictObject({ baseUrl: z.url(), version: z.string().regex(/^[\w.-]{1,20}$/) }).optional(),
});

const address = z.strictObject({
  name: z.string(),
  phone: z.string(),
  country: z.string().length(2, 'use an ISO 3166 code, such as CN'),
  region: z.string(),
  city: z.string(),
  line: z.string(),
  postcode: z.string().optional(),
});

const warehouse = z.strictObject({
  id,
  /** How the WMS hears of parcels: a folder of shared/warehouses. */
  connector: z.enum(connectorNames),
  announceBy: z.enum(['backhaul', 'erp', 'warehouse']).default('backhaul'),
  ownerCode: code.optional(),
  address,
  /** Merchant SKU to the warehouse's own code; what is absent is the same in both, unless the connector wants every SKU in a map that is not empty. */
  skuMap: z.record(z.string(), z.string()).default({}),
  /** Carrier code to the warehouse's own; where `carriers` lists any, only its codes. */
  carrierCodes: z.record(z.string(), code).default({}),
  senderMasking: z.enum(['masked', 'placeholder']).default('masked'),
  ...ownSettings,
  platformAddressIds: z.record(z.string(), code).default({}),
});

const team = z.strictObject({
  id,
  oidcGroup: z.string().regex(/^[^\s,]+$/, 'no blank and no comma: gateways part one group from the next by them'),
  /** `<source>:<shop>`, as which a bare name is read where one source alone has such a shop. */
  shops: z.array(z.string()).default([]),
  grades: z.array(z.enum(['A', 'B', 'C'])).default(['A', 'B', 'C']),
  targets: z.record(z.string(), z.number()).default({}),
});

/** What CloudWatch Logs takes, and nothing between. */
const logDays = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
] as const;

const fields = {
  merchant: id,
  partition: z.enum(['aws', 'aws-cn']),
  account: z
    .string()
    .regex(/^\d{12}$/, 'use the 12 digits of an AWS account')
    .optional(),
  region: z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'use the name of an AWS region, such as eu-central-1'),
  /** The senders' URL must outlive the API. Only a demo may go without. */
  domain: z
    .strictObject({
      name: z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'use a host name, without https:// or a path'),
      certificateArn: z.string().startsWith('arn:'),
    })
    .optional(),
  demo: z.boolean().default(false),
  egress: z.enum(['shared', 'fixed']).default('shared'),
  locale: z.enum(locales),
  timeZone: z.string().min(1),
  currency: z.string().regex(/^[A-Z]{3}$/, 'use an ISO 4217 code, such as CNY'),
  channels: z.array(channel).min(1),
  carriers: z.array(z.strictObject({ code: id, names: z.array(z.string()).default([]) })).default([]),
  warehouses: z.array(warehouse).min(1),
  teams: z.array(team).default([]),
  /** Who may call the API: any OIDC issuer, or the demo's own user pool. */
  identity: z.union([
    z.strictObject({
      issuer: z.url(),
      audience: z.array(z.string()).min(1),
      /** With which people sign in at the board, by authorization code and PKCE; without it there is no board. */
      clientId: z.string().min(1).optional(),
      /** Where the issuer has people's tokens fetched, beside its own address. */
      origins: z.array(z.url()).default([]),
    }),
    z.literal('demo-user-pool'),
  ]),
  notify: notifySchema.prefault({}),
  links: linksSchema.prefault({}),
  retention: z.strictObject({ rawDays: z.int().min(14).max(3650), logDays: z.literal(logDays) }),
  /** How often stores that are read are asked what changed, for webhooks that never came. */
  reconcile: z.strictObject({ everyMinutes: z.int().min(1).max(60).default(5) }).default({ everyMinutes: 5 }),
  baseline: z.strictObject({ disputeRate: z.number().min(0).max(1).optional() }).default({}),
  alarms: z.strictObject({ oldestMessageSeconds: z.int().min(60) }),
  maxBodyBytes: z
    .int()
    .min(1024)
    .max(4 * 1024 * 1024)
    .default(1024 * 1024),
};

/**
 * A merchant's deployment (`infra/merchants/<merchant>.json`): fixed at synth and bundled into each function.
 * What may change without a deployment is policy, not this.
 */
export const merchantSchema = z
  .strictObject(fields)
  .check(({ value, issues }) => {
    for (const { path, message, unknown } of findMerchantFaults(value)) {
      issues.push({ code: 'custom', input: value, path: [...path], message, params: { unknown } });
    }
  })
  .overwrite(withWholeShopNames);
export type Merchant = z.infer<typeof merchantSchema>;
export type Channel = Merchant['channels'][number];
export type Warehouse = Merchant['warehouses'][number];
