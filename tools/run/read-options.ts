import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { didYouMean } from '../../infra/did-you-mean.ts';

type Parsed<Options extends ParseArgsOptionsConfig> = ReturnType<typeof parseArgs<{ options: Options }>>;
type Token = ReturnType<typeof tokensOf>[number];

/** What stands on the command line. @throws Error that says which options there are, which was meant, or what one of them wants. */
export function readOptions<const Options extends ParseArgsOptionsConfig>(
  options: Options,
  args: readonly string[] = process.argv.slice(2),
): Parsed<Options>['values'] {
  const [refusal] = tokensOf(options, args).flatMap((token) => refusalOf(token, options) ?? []);
  if (refusal !== undefined) {
    throw new Error(refusal);
  }
  return parseArgs({ args: [...args], options }).values;
}

function tokensOf(options: ParseArgsOptionsConfig, args: readonly string[]) {
  return parseArgs({ args: [...args], options, strict: false, allowPositionals: true, tokens: true }).tokens;
}

function refusalOf(token: Token, options: ParseArgsOptionsConfig): string | undefined {
  const known = Object.keys(options).map((name) => `--${name}`);
  if (token.kind === 'positional') {
    const meant = didYouMean(`--${token.value}`, known);
    return `There is nothing that "${token.value}" could mean: options begin with two hyphens, behind a lone --${meant}`;
  }
  if (token.kind !== 'option') {
    return undefined;
  }
  const type = options[token.name]?.type;
  if (type === undefined) {
    return `There is no option ${token.rawName}; there are: ${known.join(', ')}${didYouMean(`--${token.name}`, known)}`;
  }
  if (type === 'string') {
    return token.value === undefined ? `${token.rawName} wants a value: ${token.rawName} <value>` : undefined;
  }
  return token.value === undefined ? undefined : `${token.rawName} takes no value.`;
}
