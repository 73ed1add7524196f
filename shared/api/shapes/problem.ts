import * as z from 'zod';
import { roles } from '#shared/returns/acts/roles.ts';
import { text, type Value } from '#shared/returns/record/values.ts';

const fieldError = z
  .object({
    in: z.enum(['query', 'body']),
    field: z.string().describe('its name, with dots and places within: `numbers.0`; empty of the whole'),
    detail: text,
    'detail-zh-CN': text,
  })
  .meta({ id: 'FieldError', description: 'What is wrong with one field of a request.' });
export type FieldError = Value<typeof fieldError>;

export const problem = z
  .object({
    type: z.literal('about:blank'),
    status: z.int().min(400).max(599),
    title: text,
    'title-zh-CN': text,
    detail: text,
    'detail-zh-CN': text,
    errors: z.exactOptional(z.array(fieldError)).describe('of a wrong query or body'),
    roles: z.exactOptional(z.array(z.enum(roles))).describe('who may, where the caller may not'),
  })
  .meta({ id: 'Problem', description: 'Why a request was not answered as asked (RFC 9457), in English and Chinese.' });
export type Problem = Value<typeof problem>;
