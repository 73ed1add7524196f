import { readFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { contracts } from '#shared/api/contract/all-contracts.ts';
import type { Contract } from '#shared/api/contract.ts';
import { operationNames, operations } from '#shared/api/operations.ts';
import { serveRequest } from '#shared/api/serve-request.ts';
import { openapiText } from '../../../tools/api/openapi.ts';

interface Described {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly 'x-roles': readonly string[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly example: unknown }>> };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, object>> }>>;
}

const text = readFileSync(new URL('../../../docs/api/openapi.json', import.meta.url), 'utf8');
const document = JSON.parse(text) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
};
const described = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as const),
);
const each = operationNames.map((name) => [name, contracts[name] as Contract] as const);

describe('docs/api/openapi.json', () => {
  it('is what the table of operations says (npm run api)', () => {
    expect(text).toBe(openapiText());
  });

  it('is OpenAPI 3.1', async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(JSON.parse(text));

    expect(errors ?? []).toEqual([]);
    expect([valid, validator.version]).toEqual([true, '3.1']);
  });

  it('describes every operation at its route, and no other', () => {
    const routes = operationNames.map((name) => [operations[name].route, name]);

    expect(described.map(([route, { operationId }]) => [route, operationId]).sort()).toEqual(routes.sort());
  });

  it.each(described)('says of %s what it is for, for whom, what it answers and what may be wrong', (_, operation) => {
    expect(operation.summary).toMatch(/^[A-Z]/);
    expect(operation.description).toMatch(/\p{Script=Han}/u);
    expect(operation['x-roles'].length).toBeGreaterThan(0);
    const answered = Object.entries(operation.responses).find(([status]) => status.startsWith('2'));
    expect(answered?.[1].content?.['application/json']).toHaveProperty('example');
    for (const status of ['401', '403', '500']) {
      expect(operation.responses[status]?.content?.['application/problem+json']).toHaveProperty('examples');
    }
  });

  it('names only examples that there are', () => {
    const named = [...text.matchAll(/"\$ref": "#\/([^"]+)"/g)].map(([, path = '']) => path.split('/'));
    const found = named.map((path) =>
      path.reduce<unknown>((at, part) => (at as Record<string, unknown>)?.[part], document),
    );

    expect(named.length).toBeGreaterThan(50);
    expect(found.filter((it) => it === undefined)).toEqual([]);
  });

  it('is answered by the API', async () => {
    const api = { merchant: { teams: [] } } as unknown as Parameters<typeof serveRequest>[0];
    const claims = { groups: ['agent'] };
    const { reply } = await serveRequest(api, { route: 'GET /openapi.json', path: {}, query: {}, claims });

    expect(reply.status).toBe(200);
    expect(JSON.parse(reply.body)).toEqual(document);
  });
});

describe('a contract', () => {
  it.each(each)('%s has examples that it takes itself', (_, { example, query, body, reply }) => {
    const taken = (schema: z.ZodType | undefined, value: unknown) => schema?.safeParse(value).error?.issues ?? [];

    expect(taken(query, example.query ?? {})).toEqual([]);
    expect(taken(body, example.body)).toEqual([]);
    expect(taken(reply, example.reply)).toEqual([]);
  });

  it.each(each)('%s describes each part of its path', (name, { path = {} }) => {
    const parts = [...operations[name].route.matchAll(/\{(\w+)\}/g)].map(([, part]) => part);

    expect(Object.keys(path)).toEqual(parts);
  });

  it.each(each)('%s takes query names as HTTP hands them over', (_, { query }) => {
    expect(Object.keys(query?.shape ?? {}).filter((field) => field !== field.toLowerCase())).toEqual([]);
  });
});
