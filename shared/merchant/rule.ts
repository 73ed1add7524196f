import type { SettingFault } from '#shared/sources/about.ts';

/** Whether it is broken, and what is wrong then. */
export type Rule = readonly [isBroken: boolean, SettingFault];

export function brokenOf(rules: readonly Rule[]): SettingFault[] {
  return rules.filter(([isBroken]) => isBroken).map(([, fault]) => fault);
}

/** A name that stands for nothing: which there are, and the word, so that whoever shows it can say which was meant. */
export function mustBeOneOf(
  known: readonly string[],
  word: string | undefined,
  path: SettingFault['path'],
): SettingFault {
  const message = `must be one of: ${[...new Set(known)].join(', ')}`;
  return { path, message, ...(word !== undefined && { unknown: { word, known } }) };
}
