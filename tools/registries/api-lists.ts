import type { Answerer } from '#shared/api/operation.ts';
import { operationNames, operations } from '#shared/api/operations.ts';

const answerers: readonly Answerer[] = ['serve-api', 'take-acts'];

/** The lists of contracts and answers, by their paths, as the table of operations wants them. */
export function apiLists(): Readonly<Record<string, string>> {
  const lists = answerers.map((by) => [by, operationNames.filter((name) => operations[name].by === by)] as const);
  return {
    'shared/api/contract/all-contracts.ts': contractsText(operationNames),
    ...Object.fromEntries(
      lists
        .filter(([, names]) => names.length > 0)
        .map(([by, names]) => [`shared/api/answers/${by}-answers.ts`, answersText(by, names)]),
    ),
  };
}

const written = 'Written by `npm run registries` from shared/api/operations.ts.';

function contractsText(names: readonly string[]): string {
  const doc = `/** What each operation takes and answers. ${written} */\n`;
  return `${importsOf(names)}\n${doc}export const contracts = ${listOf(names)};\n`;
}

function answersText(by: Answerer, names: readonly string[]): string {
  const doc = `/** What ${by} answers. ${written} */\n`;
  const types = "import type { AnswersBy } from '../answering.ts';\n";
  const list = `${camelCase(by)}Answers = ${listOf(names)} satisfies AnswersBy<'${by}'>`;
  return `${types}${importsOf(names)}\n${doc}export const ${list};\n`;
}

function importsOf(names: readonly string[]): string {
  return names
    .toSorted((one, other) => (kebabCase(one) < kebabCase(other) ? -1 : 1))
    .map((name) => `import { ${name} } from './${kebabCase(name)}.ts';\n`)
    .join('');
}

function listOf(names: readonly string[]): string {
  return `{\n${names.map((name) => `  ${name},\n`).join('')}}`;
}

function camelCase(words: string): string {
  return words.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

function kebabCase(words: string): string {
  return words.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
