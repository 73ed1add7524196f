import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { didYouMean } from '../../infra/did-you-mean.ts';

type Parsed<Options extends ParseArgsOptionsConfig> = ReturnType<typeof parseArgs<{ options: Options }>>;
type Token = ReturnType<typeof tokensOf>[number];

/** What stands on the command line. @throws Error that says which options there are, which was meant, or what one of them wants. */
export function readOptions<const Options extends ParseArgsOptionsConfig>(
  options: Options,
  args: readonly string[] = process.argv.slice(2),
): Parsed<Options>['values'] {
  const { values, positionals } = parsedOf(options, args);
  const [stray] = positionals;
  if (stray !== undefined) {
    const meant = didYouMean(`--${stray}`, namesOf(options));
    throw new Error(
      `There is nothing that "${stray}" could mean: options begin with two hyphens, behind a lone --${meant}`,
    );
  }
  return values;
}

/** The same of a command that takes words without hyphens, too: `words`, in their order. */
export function readArguments<const Options extends ParseArgsOptionsConfig>(
  options: Options,
  args: readonly string[] = process.argv.slice(2),
): Parsed<Options>['values'] & { readonly words: readonly string[] } {
  const { values, positionals } = parsedOf(options, args);
  return { ...values, words: positionals };
}

/** The one word of a command that takes just that. @param wanted - What to say where it is another number of words. */
export function onlyWord([word, ...more]: readonly string[], wanted: string): string {
  if (word === undefined || more.length > 0) {
    throw new Error(wanted);
  }
  return word;
}

function parsedOf<const Options extends ParseArgsOptionsConfig>(options: Options, args: readonly string[]) {
  const [refusal] = tokensOf(options, args).flatMap((token) => refusalOf(token, options) ?? []);
  if (refusal !== undefined) {
    throw new Error(refusal);
  }
  return parseArgs({ args: [...args], options, allowPositionals: true });
}

function namesOf(options: ParseArgsOptionsConfig): string[] {
  return Object.keys(options).map((name) => `--${name}`);
}

function tokensOf(options: ParseArgsOptionsConfig, args: readonly string[]) {
  return parseArgs({ args: [...args], options, strict: false, allowPositionals: true, tokens: true }).tokens;
}

function refusalOf(token: Token, options: ParseArgsOptionsConfig): string | undefined {
  const known = namesOf(options);
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
