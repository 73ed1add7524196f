/** A file that breaks one rule, and the sentence or rule that must be told of it. */
export interface Planted {
  readonly path: string;
  readonly code: string;
  readonly told: string;
}

const use = (from: string) => `import { it } from '${from}';\n\nexport const used = it;\n`;
const crossing = (path: string, from: string, told: string): Planted => ({ path, code: use(from), told });
const sentence = {
  fault: 'shared/fault is what everything that throws stands on',
  identifiers: 'shared/identifiers reads numbers and codes',
  returns: 'shared/returns is the pure core',
  words: 'shared/words holds what people read',
  merchant: 'shared/merchant is data and its schema',
  policy: 'shared/policy decides from what is recorded',
  events: 'shared/events says what goes out',
  source: 'A source imports only its own folder',
  recording: 'shared/recording is a use case',
  door: 'shared/door is a use case',
  reading: 'shared/reading is a use case',
  http: 'shared/http makes outward calls',
  connector: 'A warehouse connector imports only its own folder',
  about: 'An about.ts says what a source or a connector is',
  acting: 'shared/acting is a use case',
  callingOut: 'shared/calling-out is a use case',
  following: 'shared/following is a use case',
  reconciling: 'shared/reconciling is a use case',
  api: 'shared/api is a use case',
  lists: 'shared/lists is a use case',
  clocks: 'shared/clocks is a use case',
  health: 'shared/health is a use case',
  messages: 'shared/messages says what passes through queues',
  store: 'shared/store is the table',
  aws: 'shared/aws is queues, secrets, bodies',
  publishing: 'shared/publishing is a use case',
  runtime: 'shared/runtime knows no domain',
  functions: 'A function puts shared parts together',
  infra: 'infra imports no shared code but',
  script: 'A script in tools puts shared parts together',
} as const;

export const crossings: readonly Planted[] = [
  crossing('shared/fault/to-returns.ts', '#shared/returns/case/case.ts', sentence.fault),
  crossing('shared/identifiers/to-sources.ts', '#shared/sources/source.ts', sentence.identifiers),
  crossing('shared/returns/to-policy.ts', '#shared/policy/policy.ts', sentence.returns),
  crossing('shared/returns/to-clock.ts', 'node:timers', sentence.returns),
  crossing('shared/returns/case/by-relative-path.ts', '../../store/keys.ts', sentence.returns),
  crossing('shared/words/to-api.ts', '#shared/api/timeline.ts', sentence.words),
  crossing('shared/words/to-zod.ts', 'zod', sentence.words),
  crossing('shared/merchant/to-recording.ts', '#shared/recording/ports.ts', sentence.merchant),
  crossing('shared/policy/to-recording.ts', '#shared/recording/ports.ts', sentence.policy),
  crossing('shared/policy/to-sdk.ts', '@aws-sdk/client-dynamodb', sentence.policy),
  crossing('shared/events/to-recording.ts', '#shared/recording/ports.ts', sentence.events),
  crossing('shared/events/to-files.ts', 'node:fs', sentence.events),
  crossing('shared/sources/shopify/to-neighbour.ts', '../standard/verify.ts', sentence.source),
  crossing('shared/sources/shopify/to-neighbour-by-alias.ts', '#shared/sources/standard/verify.ts', sentence.source),
  crossing('shared/sources/shopify/to-recording.ts', '#shared/recording/ports.ts', sentence.source),
  crossing('shared/sources/standard/to-sdk.ts', '@aws-sdk/client-sqs', sentence.source),
  crossing('shared/recording/to-store.ts', '#shared/store/keys.ts', sentence.recording),
  crossing('shared/recording/to-sdk.ts', '@aws-sdk/client-dynamodb', sentence.recording),
  crossing('shared/recording/to-runtime.ts', '#shared/runtime/logger.ts', sentence.recording),
  crossing('shared/recording/to-one-source.ts', '#shared/sources/shopify/observe.ts', sentence.recording),
  crossing('shared/door/to-sdk.ts', '@aws-sdk/client-sqs', sentence.door),
  crossing('shared/door/to-inbox-adapter.ts', '#shared/aws/sqs-inbox.ts', sentence.door),
  crossing('shared/reading/to-one-source.ts', '#shared/sources/shopify/client.ts', sentence.reading),
  crossing('shared/http/to-returns.ts', '#shared/returns/case/case.ts', sentence.http),
  crossing('shared/warehouses/qimen/to-neighbour.ts', '../http/connector.ts', sentence.connector),
  crossing('shared/warehouses/http/to-sdk.ts', '@aws-sdk/client-sqs', sentence.connector),
  crossing('shared/sources/shopify/about.ts', './client.ts', sentence.about),
  crossing('shared/warehouses/qimen/about.ts', '#shared/merchant/merchant.ts', sentence.about),
  crossing('shared/acting/to-store.ts', '#shared/store/keys.ts', sentence.acting),
  crossing('shared/acting/to-fold.ts', '#shared/recording/refold.ts', sentence.acting),
  crossing('shared/calling-out/to-one-connector.ts', '#shared/warehouses/qimen/connector.ts', sentence.callingOut),
  crossing('shared/calling-out/to-store.ts', '#shared/store/keys.ts', sentence.callingOut),
  crossing('shared/following/to-one-source.ts', '#shared/sources/kuaidi100/follow.ts', sentence.following),
  crossing('shared/reconciling/to-one-source.ts', '#shared/sources/doudian/client.ts', sentence.reconciling),
  crossing('shared/lists/to-store.ts', '#shared/store/keys.ts', sentence.lists),
  crossing('shared/api/to-store.ts', '#shared/store/keys.ts', sentence.api),
  crossing('shared/clocks/to-table.ts', '#shared/store/case-table.ts', sentence.clocks),
  crossing('shared/health/to-table.ts', '#shared/store/health-table.ts', sentence.health),
  crossing('shared/health/to-recording.ts', '#shared/recording/refold.ts', sentence.health),
  crossing('shared/store/to-publishing.ts', '#shared/publishing/bus-entry.ts', sentence.store),
  crossing('shared/store/to-function.ts', '../../functions/read-store/handler.ts', sentence.store),
  crossing('shared/messages/to-recording.ts', '#shared/recording/ports.ts', sentence.messages),
  crossing('shared/aws/to-recording.ts', '#shared/recording/refold.ts', sentence.aws),
  crossing('shared/aws/to-powertools.ts', '@aws-lambda-powertools/logger', sentence.aws),
  crossing('shared/publishing/to-infra.ts', '../../infra/app.ts', sentence.publishing),
  crossing('shared/runtime/to-returns.ts', '#shared/returns/case/case.ts', sentence.runtime),
  crossing('shared/runtime/to-sdk.ts', '@aws-sdk/client-sqs', sentence.runtime),
  crossing('functions/read-store/to-function.ts', '../serve-api/handler.ts', sentence.functions),
  crossing('functions/read-store/to-infra.ts', '../../infra/app.ts', sentence.functions),
  crossing('functions/read-store/to-middy.ts', '@middy/core', sentence.functions),
  crossing('infra/stacks/to-returns.ts', '#shared/returns/case/case.ts', sentence.infra),
  crossing('infra/stacks/to-source.ts', '#shared/sources/receivers.ts', sentence.infra),
  crossing('infra/stacks/to-function.ts', '../../functions/read-store/handler.ts', sentence.infra),
  crossing('tools/demo/to-function.ts', '../../functions/read-store/handler.ts', sentence.script),
  crossing('tools/demo/to-middy.ts', '@middy/core', sentence.script),
];

const lines = (count: number) => Array.from({ length: count }, (_, n) => `  noted.push(${n});`).join('\n');
const branches = Array.from({ length: 11 }, (_, n) => `  if (value === ${n}) {\n    return ${n + 1};\n  }`).join('\n');
const promised = 'export async function ask(): Promise<boolean> {\n  return await Promise.resolve(true);\n}\n';
const zodNamed = "import * as z from 'zod': the named import brings the whole of zod";
const rule = (path: string, code: string, told: string): Planted => ({ path, code, told });

export const breaches: readonly Planted[] = [
  rule('shared/policy/named-zod.ts', "import { z } from 'zod';\n\nexport const text = z.string();\n", zodNamed),
  rule('shared/policy/renamed-zod.ts', "import { z as y } from 'zod';\n\nexport const text = y.string();\n", zodNamed),
  rule('shared/policy/default-zod.ts', "import z from 'zod';\n\nexport const text = z.string();\n", zodNamed),
  rule(
    'test/unit/named-zod.ts',
    "import { type ZodType, z } from 'zod';\n\nexport const t: ZodType = z.string();\n",
    zodNamed,
  ),
  rule(
    'shared/returns/long-function.ts',
    `const noted: number[] = [];\nexport function note(): void {\n${lines(41)}\n}\n`,
    'noExcessiveLinesPerFunction',
  ),
  rule(
    'shared/returns/long-file.ts',
    `const noted: number[] = [];\n${lines(201)}\nexport { noted };\n`,
    'noExcessiveLinesPerFile',
  ),
  rule(
    'shared/returns/many-branches.ts',
    `export function pick(value: number): number {\n${branches}\n  return 0;\n}\n`,
    'noExcessiveCognitiveComplexity',
  ),
  rule(
    'shared/returns/ring-a.ts',
    "import { b } from './ring-b.ts';\n\nexport const a = (): unknown => b;\n",
    'noImportCycles',
  ),
  rule(
    'shared/returns/ring-b.ts',
    "import { a } from './ring-a.ts';\n\nexport const b = (): unknown => a;\n",
    'noImportCycles',
  ),
  rule('shared/returns/all.ts', "export { it } from './plain.ts';\n", 'noBarrelFile'),
  rule('shared/returns/StrangeName.ts', 'export const named = 1;\n', 'useFilenamingConvention'),
  rule('shared/returns/counted.ts', 'export enum Counted {\n  One = 1,\n}\n', 'noEnum'),
  rule(
    'shared/returns/parameter-property.ts',
    'export class Held {\n  constructor(readonly held: number) {}\n}\n',
    'noParameterProperties',
  ),
  rule('shared/returns/spaced.ts', 'export namespace Spaced {\n  export const one = 1;\n}\n', 'noNamespace'),
  rule('shared/returns/by-default.ts', 'export default 1;\n', 'noDefaultExport'),
  rule('shared/returns/reads-environment.ts', 'export const name = process.env.NAME;\n', 'noProcessEnv'),
  rule('functions/read-store/reads-environment.ts', 'export const name = process.env.NAME;\n', 'noProcessEnv'),
  rule('shared/returns/prints.ts', "console.log('here');\n", 'noConsole'),
  rule('shared/runtime/prints.ts', "console.log('here');\n", 'noConsole'),
  rule('shared/returns/floats.ts', `${promised}\nexport function go(): void {\n  ask();\n}\n`, 'noFloatingPromises'),
  rule(
    'shared/returns/misused.ts',
    `${promised}\nexport function go(): number {\n  return ask() ? 1 : 0;\n}\n`,
    'noMisusedPromises',
  ),
  rule('shared/sources/shopify/fetches.ts', 'export const call = fetch;\n', 'noRestrictedGlobals'),
  rule('shared/store/undeclared.ts', use('@aws-sdk/client-kinesis'), 'noUndeclaredDependencies'),
];

const plain = 'export const it = 1;\n';

/** Files that keep every rule, each close to one that breaks it. */
export const clean: readonly Omit<Planted, 'told'>[] = [
  { path: 'shared/returns/plain.ts', code: plain },
  { path: 'shared/returns/hashes.ts', code: use('node:crypto') },
  { path: 'shared/returns/beside.ts', code: use('./plain.ts') },
  { path: 'shared/policy/zod.ts', code: "import * as z from 'zod';\n\nexport const text = z.string();\n" },
  { path: 'shared/runtime/to-fault.ts', code: use('#shared/fault/fault.ts') },
  { path: 'shared/policy/to-returns.ts', code: use('#shared/returns/plain.ts') },
  { path: 'shared/words/to-returns.ts', code: use('#shared/returns/plain.ts') },
  { path: 'shared/sources/source.ts', code: plain },
  { path: 'shared/sources/receivers.ts', code: use('./shopify/to-contract.ts') },
  { path: 'shared/sources/shopify/to-contract.ts', code: use('#shared/sources/source.ts') },
  { path: 'shared/sources/shopify/to-contract-beside.ts', code: use('../source.ts') },
  { path: 'shared/store/to-sdk.ts', code: use('@aws-sdk/client-dynamodb') },
  { path: 'shared/runtime/env.ts', code: 'export const name = process.env.NAME;\n' },
  { path: 'shared/runtime/to-middy.ts', code: "import middy from '@middy/core';\n\nexport const wrap = middy;\n" },
  { path: 'functions/read-store/handler.ts', code: use('#shared/returns/plain.ts') },
  { path: 'infra/stacks/to-alarm-words.ts', code: use('#shared/words/alarm-words.ts') },
  { path: 'infra/stacks/to-names.ts', code: use('#shared/runtime/env-names.ts') },
  { path: 'infra/stacks/to-abouts.ts', code: use('#shared/sources/abouts.ts') },
  { path: 'infra/stacks/to-constructs.ts', code: use('../constructs/door.ts') },
  { path: 'tools/demo/prints.ts', code: 'console.log(process.env.NAME);\n' },
  {
    path: 'test/unit/long.test.ts',
    code: `const noted: number[] = [];\nexport function note(): void {\n${lines(250)}\n}\n`,
  },
  { path: 'vitest.config.ts', code: 'export default {};\n' },
];
