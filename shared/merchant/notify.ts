import * as z from 'zod';
import { cleaned } from '#shared/identifiers/cleaned.ts';
import { noticeClasses } from '#shared/returns/attention/notice-class.ts';

/** Where people are told: robots of chat groups, a program that takes Standard Webhooks, or mail. Each is a file of shared/robots. */
export const robotKinds = ['dingtalk', 'feishu', 'wecom', 'webhook', 'mail'] as const;
export type RobotKind = (typeof robotKinds)[number];

const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,30}$/, 'use 1 to 31 lower-case letters, digits and hyphens');

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'use a time of day, such as 08:30');

const hours = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/, 'use two times of day, such as 09:00-21:00');

/** Without what any of the platforms would take for markup. */
const account = z
  .string()
  .overwrite(cleaned)
  .regex(/^[\w.@+-]{1,64}$/, 'use letters, digits and ._@+- only');

const robot = z.strictObject({
  id,
  kind: z.enum(robotKinds),
  /** For a demo only: elsewhere the address is a secret, as whoever has it can write to the group. */
  url: z.url().optional(),
  /** Of `mail`: who gets it. */
  to: z.array(z.email()).optional(),
});

const route = z.strictObject({
  /** Only what this team sees; what any team sees when absent. */
  team: id.optional(),
  /** All classes when absent. */
  classes: z.array(z.enum(noticeClasses)).min(1).optional(),
  /** By the merchant's clocks; may pass midnight. Always when absent. */
  hours: hours.optional(),
  robots: z.array(id).min(1),
  /** Who is called by name where nobody has the case. */
  people: z.array(z.string().min(1)).default([]),
});

const person = z.strictObject({
  /** Their subject id at the identity provider. */
  person: z.string().min(1),
  team: id.optional(),
  /** As colleagues call them. */
  name: z.string().min(1).max(20).optional(),
  /** Mobile number or user id. */
  dingtalk: account.optional(),
  /** Open id. */
  feishu: account.optional(),
  /** User id. */
  wecom: account.optional(),
});

export const notifySchema = z.strictObject({
  /** Who gets the alarms of the stack. */
  email: z.array(z.email()).default([]),
  robots: z.array(robot).default([]),
  routes: z.array(route).default([]),
  people: z.array(person).default([]),
  digestAt: z.array(timeOfDay).default([]),
  /** When one shift hands over to the next. */
  shiftsAt: z.array(timeOfDay).default([]),
});
export type Notify = z.output<typeof notifySchema>;
export type RobotSettings = Notify['robots'][number];
export type NotifyRoute = Notify['routes'][number];
