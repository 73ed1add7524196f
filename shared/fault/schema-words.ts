const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  int: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

/** How the messages of zod read, and what they mean to who knows nothing of schemas. */
const phrases: readonly (readonly [RegExp, (...groups: string[]) => string])[] = [
  [/^Invalid input: expected nonoptional, received undefined$/, () => 'is missing'],
  [
    /^Invalid input: expected (\w+), received undefined$/,
    (kind = '') => `is missing; it must be ${kinds[kind] ?? kind}`,
  ],
  [/^Invalid input: expected (\w+), received \w+$/, (kind = '') => `must be ${kinds[kind] ?? kind}`],
  [
    /^Invalid option: expected one of (.*)$/,
    (options = '') => `must be one of: ${options.replaceAll('"', '').replaceAll('|', ', ')}`,
  ],
  [/^Too big: expected \w+ to have <=?(\d+) (\w+)$/, (size, unit) => `must have at most ${size} ${unit}`],
  [/^Too small: expected \w+ to have >=?(\d+) (\w+)$/, (size, unit) => `must have at least ${size} ${unit}`],
  [/^Too big: expected \w+ to be <=?(\S+)$/, (size) => `must be ${size} or less`],
  [/^Too small: expected \w+ to be >=?(\S+)$/, (size) => `must be ${size} or more`],
];

/**
 * What a schema has against a value, in words for everybody; a rule's own words stay as they are. Never the value itself.
 * @param message - Of an issue of zod.
 */
export function schemaWords(message: string): string {
  const [words] = phrases.flatMap(([pattern, say]) => {
    const match = pattern.exec(message);
    return match ? [say(...match.slice(1))] : [];
  });
  return words ?? message;
}
