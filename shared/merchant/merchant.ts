import * as z from 'zod';

const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,30}$/, 'use 1 to 31 lower-case letters, digits and hyphens');

const channel = z.strictObject({
  source: id,
  channel: id,
  role: z.enum(['store', 'warehouse', 'carrier', 'help-desk']),
  /** Shops that this channel serves, as the store names them. For `role: store`. */
  shops: z.array(z.string().min(1).max(120).regex(/^[^:#/\s]+$/, 'no colon, hash, slash or blank')).default([]),
  /** The warehouse that speaks here. For `role: warehouse`. */
  warehouse: id.optional(),
  /** Where the store's API is read; the access token is a secret of its own. */
  api: z.strictObject({ baseUrl: z.url(), version: z.string().regex(/^[\w.-]{1,20}$/) }).optional(),
});

const address = z.strictObject({ name: z.string(), phone: z.string(), country: z.string().length(2), region: z.string(), city: z.string(), line: z.string(), postcode: z.string().optional() });

const warehouse = z.strictObject({
  id,
  /** `queue`: only the WMS reads it. `qimen` and `http`: Backhaul calls the WMS. */
  connector: z.enum(['queue', 'qimen', 'http']),
  announceBy: z.enum(['backhaul', 'erp', 'warehouse']).default('backhaul'),
  ownerCode: z.string().optional(),
  address,
  /** Merchant SKU to the warehouse's own code; what is absent is the same in both. */
  skuMap: z.record(z.string(), z.string()).default({}),
  /** Carrier code to the warehouse's own. */
  carrierCodes: z.record(z.string(), z.string()).default({}),
  senderMasking: z.enum(['masked', 'placeholder']).default('masked'),
  platformAddressIds: z.record(z.string(), z.string()).default({}),
});

const team = z.strictObject({
  id,
  oidcGroup: z.string().min(1),
  shops: z.array(z.string()).default([]),
  grades: z.array(z.enum(['A', 'B', 'C'])).default(['A', 'B', 'C']),
  targets: z.record(z.string(), z.number()).default({}),
});

/** What CloudWatch Logs takes, and nothing between. */
const logDays = [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653] as const;

const fields = {
  merchant: id,
  partition: z.enum(['aws', 'aws-cn']),
  account: z.string().regex(/^\d{12}$/).optional(),
  region: z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/),
  /** The senders' URL must outlive the API. Only a demo may go without. */
  domain: z.strictObject({ name: z.string().min(3), certificateArn: z.string().startsWith('arn:') }).optional(),
  demo: z.boolean().default(false),
  egress: z.enum(['shared', 'fixed']).default('shared'),
  locale: z.enum(['zh-CN', 'en']),
  timeZone: z.string().min(1),
  currency: z.string().regex(/^[A-Z]{3}$/),
  channels: z.array(channel).min(1),
  carriers: z.array(z.strictObject({ code: id, names: z.array(z.string()).default([]) })).default([]),
  warehouses: z.array(warehouse).min(1),
  teams: z.array(team).default([]),
  /** Who may call the API: any OIDC issuer, or the demo's own user pool. */
  identity: z.union([z.strictObject({ issuer: z.url(), audience: z.array(z.string()).min(1) }), z.literal('demo-user-pool')]),
  notify: z.strictObject({ email: z.array(z.email()).default([]) }).default({ email: [] }),
  retention: z.strictObject({ rawDays: z.int().min(14).max(3650), logDays: z.literal(logDays) }),
  baseline: z.strictObject({ disputeRate: z.number().min(0).max(1).optional() }).default({}),
  alarms: z.strictObject({ oldestMessageSeconds: z.int().min(60) }),
  maxBodyBytes: z.int().min(1024).max(6 * 1024 * 1024).default(1024 * 1024),
};

/**
 * A merchant's deployment (`infra/merchants/<merchant>.json`): fixed at synth and bundled into each function.
 * What may change without a deployment is policy, not this.
 */
export const merchantSchema = z.strictObject(fields).check(crossChecks);
export type Merchant = z.infer<typeof merchantSchema>;
export type Channel = Merchant['channels'][number];
export type Warehouse = Merchant['warehouses'][number];

type Issue = { path: (string | number)[]; message: string };

function crossChecks(context: { value: z.infer<z.ZodObject<typeof fields>>; issues: unknown[] }): void {
  const found = [...channelIssues(context.value), ...merchantIssues(context.value)];
  for (const { path, message } of found) {
    context.issues.push({ code: 'custom', input: context.value, path, message });
  }
}

function channelIssues(value: z.infer<z.ZodObject<typeof fields>>): Issue[] {
  const issues: Issue[] = [];
  const names = new Set<string>();
  const warehouses = value.warehouses.map((each) => each.id);
  value.channels.forEach((each, index) => {
    const path = ['channels', index];
    const name = `${each.source}/${each.channel}`;
    if (names.has(name)) issues.push({ path, message: `${name} is there twice; give each channel of a source its own name` });
    names.add(name);
    if (each.role === 'store' && each.shops.length === 0) issues.push({ path: [...path, 'shops'], message: 'a store channel needs at least one shop' });
    if (each.role === 'warehouse' && !warehouses.includes(each.warehouse ?? '')) {
      issues.push({ path: [...path, 'warehouse'], message: `must be one of: ${warehouses.join(', ')}` });
    }
    if (each.source === 'shopify' && (each.shops.length !== 1 || !each.api)) {
      issues.push({ path, message: 'a shopify channel serves exactly one shop (shops: ["<shop>.myshopify.com"]) and needs api.baseUrl and api.version' });
    }
  });
  return issues;
}

function merchantIssues(value: z.infer<z.ZodObject<typeof fields>>): Issue[] {
  const issues: Issue[] = [];
  if (!value.domain && !value.demo) issues.push({ path: ['domain'], message: 'is required outside a demo: senders keep the URL, so it must outlive the API' });
  const inChina = value.region.startsWith('cn-');
  if (inChina !== (value.partition === 'aws-cn')) {
    issues.push({ path: ['partition'], message: `region ${value.region} is in partition ${inChina ? 'aws-cn' : 'aws'}` });
  }
  const shops = value.channels.flatMap((each) => each.shops.map((shop) => `${each.source}:${shop}`));
  const twice = shops.find((shop, index) => shops.indexOf(shop) !== index);
  if (twice) issues.push({ path: ['channels'], message: `shop ${twice} is served by two channels; its case keys would clash` });
  const ids = value.warehouses.map((each) => each.id);
  const double = ids.findIndex((each, index) => ids.indexOf(each) !== index);
  if (double >= 0) issues.push({ path: ['warehouses', double, 'id'], message: `${ids[double]} is there twice` });
  return issues;
}
