/** What of the errors of AWS's SDK a person can mend, by name or message, in an order in which the first counts. */
const advices: readonly (readonly [RegExp, string])[] = [
  [/Region is missing/, 'Set AWS_REGION to the region that the stack is in.'],
  [/^CredentialsProviderError/, 'Give AWS credentials, by AWS_PROFILE or by the variables of the environment.'],
  [/ExpiredToken|UnrecognizedClient|InvalidClientTokenId|SignatureDoesNotMatch/, 'Give AWS credentials that hold.'],
  [/AccessDenied/, 'These AWS credentials may not do that.'],
  [
    /ResourceNotFound|QueueDoesNotExist|NonExistentQueue/,
    'There is no such table, bus or queue: look at its name, the account and the region.',
  ],
  [/ENOTFOUND|ECONNREFUSED/, 'Nothing answers there: look at the address and the region.'],
];

/** An error for whoever ran a command: its own words, and what to do about it where these do not say so. Never a stack. */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) {
    return String(error);
  }
  const { code = '' } = error as { code?: unknown };
  const words = error.message || String(code) || error.name;
  const [, advice] = advices.find(([pattern]) => pattern.test(`${error.name} ${code} ${error.message}`)) ?? [];
  return advice === undefined ? words : `${words.replace(/\.?$/, '.')} ${advice}`;
}
