import * as z from 'zod';
import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiOverride,
  type ZodOpenApiPathsObject,
} from 'zod-openapi';
import { contracts } from '#shared/api/contract/all-contracts.ts';
import type { Contract } from '#shared/api/contract.ts';
import { type OperationName, operationNames, operations } from '#shared/api/operations.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { problemExamples, problemResponses } from './problem-responses.ts';

const description = `Cases, parcels, what waits for a person, and how the sources stand. docs/api/README.md tells of tokens, roles, cursors and problems.`;
const etag = z.string().describe('what the caller may send as if-none-match next time');

/** As docs/api/openapi.json holds it. */
export function openapiText(): string {
  return `${JSON.stringify(openapiDocument(), null, 2)}\n`;
}

/** The whole API as OpenAPI 3.1, from the table of operations and their contracts. */
function openapiDocument() {
  return createDocument(
    {
      openapi: '3.1.1',
      info: {
        title: 'Backhaul',
        version: packageJson.version,
        description,
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [
        { url: 'https://{api}', variables: { api: { default: 'api.example.com' } }, description: 'output `apiUrl`' },
      ],
      security: [{ token: [] }],
      components: {
        examples: problemExamples(),
        securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      },
      paths: pathsOf(operationNames),
    },
    { override: simplify },
  );
}

/** An answer has room for fields that come later. */
function simplify({ jsonSchema, io }: Parameters<ZodOpenApiOverride>[0]): void {
  if (io === 'output' && jsonSchema.additionalProperties === false) {
    delete jsonSchema.additionalProperties;
  }
  if (jsonSchema.format === 'date-time') {
    delete jsonSchema.pattern;
  }
}

function pathsOf(names: readonly OperationName[]): ZodOpenApiPathsObject {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const name of names) {
    const [method = '', path = ''] = operations[name].route.split(' ');
    paths[path] = { ...paths[path], [method.toLowerCase()]: operationOf(name, contracts[name]) };
  }
  return paths;
}

function operationOf(name: OperationName, contract: Contract): ZodOpenApiOperationObject {
  const { may, about } = operations[name];
  const { summary, query, body, example } = contract;
  return {
    operationId: name,
    tags: [about],
    summary: summary.en,
    description: `${summary['zh-CN']}。For: ${may.join(', ')}.`,
    'x-roles': may,
    requestParams: {
      ...(contract.path && { path: z.object(contract.path) }),
      ...(query && { query }),
      ...(contract.polled && { header: z.object({ 'if-none-match': z.exactOptional(z.string()) }) }),
    },
    ...(body && {
      requestBody: { required: true, content: { 'application/json': { schema: body, example: example.body } } },
    }),
    responses: { ...repliesOf(contract), ...problemResponses(name, contract) },
  };
}

function repliesOf({ reply, status = 200, polled, example }: Contract): ZodOpenApiOperationObject['responses'] {
  return {
    [`${status}` as '200']: {
      description: status === 200 ? 'the answer' : 'taken; what comes of it shows later',
      content: { 'application/json': { schema: reply, example: example.reply } },
      ...(polled && { headers: z.object({ etag }) }),
    },
    ...(polled && { '304': { description: 'nothing changed since the answer that if-none-match names' } }),
  };
}
