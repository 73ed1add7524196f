import * as z from 'zod';
import { roles } from '#shared/returns/acts/roles.ts';
import { instant, text, type Value } from '#shared/returns/record/values.ts';
import { owner } from './work.ts';

const fieldError = z
  .object({
    in: z.enum(['query', 'body']),
    field: z.string().describe('its name, with dots and places within: `numbers.0`; empty of the whole'),
    detail: text,
    'detail-zh-CN': text,
  })
  .meta({ id: 'FieldError', description: 'What is wrong with one field of a request.' });
export type FieldError = Value<typeof fieldError>;

const between = z
  .object({
    n: z.int().min(1),
    act: text,
    by: text.describe('the person by their subject id, or the policy'),
    at: instant,
  })
  .meta({ id: 'ActBetween', description: 'An act that was taken since the caller looked.' });

export const problem = z
  .object({
    type: z.literal('about:blank'),
    status: z.int().min(400).max(599),
    title: text,
    'title-zh-CN': text,
    detail: text,
    'detail-zh-CN': text,
    errors: z.exactOptional(z.array(fieldError)).describe('of a wrong query or body'),
    code: z.exactOptional(text).describe('of an act that was not taken: why, for tools'),
    owner: z.exactOptional(owner).describe('who has the record, where that is why'),
    between: z.exactOptional(between).describe('what came in between, where that is why'),
    roles: z.exactOptional(z.array(z.enum(roles))).describe('who may, where the caller may not'),
  })
  .meta({ id: 'Problem', description: 'Why a request was not answered as asked (RFC 9457), in English and Chinese.' });
export type Problem = Value<typeof problem>;
