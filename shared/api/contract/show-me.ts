import * as z from 'zod';
import { roles } from '#shared/returns/acts/roles.ts';
import { text } from '#shared/returns/record/values.ts';
import { contract } from '../contract.ts';
import { locale } from '../shapes/texts.ts';

const personNamed = z
  .object({
    person: text.describe('by their subject id at the identity provider'),
    listedAs: z.exactOptional(text).describe('by which lists name them, where that is not `person`'),
    name: text.describe('as colleagues call them'),
    team: z.exactOptional(text),
  })
  .meta({ id: 'PersonNamed', description: 'A person, and what their colleagues call them.' });

export const showMe = contract({
  summary: { 'zh-CN': '我是谁，能看什么，能做什么', en: 'Who I am, what I may see and what I may ask for' },
  reply: z.object({
    person: z.exactOptional(text).describe('by their subject id at the identity provider'),
    roles: z.array(z.enum(roles)),
    listedAs: z.exactOptional(text).describe('by which lists name me, where that is not `person`'),
    teams: z.array(text),
    teamsInSight: z.array(text).describe('to which a record may be given: those that see one of the shops in sight'),
    teamShops: z
      .record(text, z.array(text))
      .describe('by team in sight: which of the shops in sight it sees; none: all of them'),
    people: z.array(personNamed).describe('those who have a name, of no team or of one in sight'),
    shops: z.array(text).describe('those in sight, each as `<source>:<shop>`'),
    allShops: z.boolean().describe('also those that are yet to come'),
    operations: z.array(text).describe('what the caller may ask for, by `operationId`'),
    merchant: z.object({ name: text, locale, timeZone: text, currency: text }),
    backOffice: z
      .record(text, text)
      .describe("by source: the page of a case in the store's back office, with `{caseId}`, `{orderId}` and `{shop}`"),
  }),
  example: {
    reply: {
      person: '3f2c7a10-9d1b-4f0e-8b55-2f6f1c0a9e11',
      roles: ['agent'],
      teams: ['day'],
      teamsInSight: ['day', 'night'],
      teamShops: { day: ['standard:main'], night: [] },
      people: [{ person: '8d1e6a52-0c3b-4a7f-9e21-5b7c0d2f4e90', name: '小白', team: 'night' }],
      shops: ['standard:main'],
      allShops: false,
      operations: ['showMe', 'showCase', 'showTimeline'],
      merchant: { name: 'demo', locale: 'zh-CN', timeZone: 'Asia/Shanghai', currency: 'CNY' },
      backOffice: { standard: 'https://store.example/{shop}/returns/{caseId}' },
    },
  },
});
