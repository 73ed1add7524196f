import type { ZodOpenApiResponsesObject } from 'zod-openapi';
import type { Contract } from '#shared/api/contract.ts';
import { type OperationName, operations } from '#shared/api/operations.ts';
import { problemReply, problemStatuses } from '#shared/api/problem.ts';
import { problem } from '#shared/api/shapes/problem.ts';
import { roles } from '#shared/returns/acts/roles.ts';
import { type ProblemCode, problemWords } from '#shared/words/problem-words.ts';

/** Every problem as it is answered, by its code. */
export function problemExamples(): Readonly<Record<string, { readonly value: unknown }>> {
  const codes = Object.keys(problemWords) as ProblemCode[];
  return Object.fromEntries(codes.map((code) => [code, { value: JSON.parse(problemReply(code).body) }]));
}

/** All that may be wrong with an operation, by its status. */
export function problemResponses(name: OperationName, contract: Contract): ZodOpenApiResponsesObject {
  const byStatus = Map.groupBy(problemsOf(name, contract), (code) => problemStatuses[code]);
  const responses = [...byStatus].map(([status, codes]) => [`${status}`, responseOf(codes)] as const);
  return Object.fromEntries(responses);
}

function problemsOf(name: OperationName, { query, body, problems = [] }: Contract): ProblemCode[] {
  const { about, may } = operations[name];
  return [
    'noToken',
    'noGroup',
    ...(may.length < roles.length ? (['notYourRole'] as const) : []),
    ...(about === 'case' ? (['wrongKey', 'unknownCase'] as const) : []),
    ...(query ? (['wrongQuery'] as const) : []),
    ...(body ? (['notJson', 'wrongBody'] as const) : []),
    ...problems,
    'failed',
  ];
}

function responseOf(codes: readonly ProblemCode[]): ZodOpenApiResponsesObject['400'] {
  const examples = codes.map((code) => [code, { $ref: `#/components/examples/${code}` }] as const);
  return {
    description: codes.map((code) => problemWords[code].title.en).join('; '),
    content: { 'application/problem+json': { schema: problem, examples: Object.fromEntries(examples) } },
  };
}
