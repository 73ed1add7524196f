import type { StoredRecord } from '#shared/recording/ports.ts';
import { foldRevision } from '#shared/returns/record/fold-revision.ts';
import { heardIn } from '#shared/returns/record/tell.ts';
import { isOfClass, type ToldClass } from '#shared/returns/told-classes.ts';

export type Owing = Pick<StoredRecord<unknown>, 'foldRevision' | 'told'>;

/**
 * Whether folding it anew may tell something of these classes that only the present fold sees: an earlier one wrote it, or what is of a class was taken
 * over in silence.
 * @throws Error where a newer fold wrote it.
 */
export function owesOf({ foldRevision: writtenBy, told }: Owing, classes: readonly ToldClass[]): boolean {
  if (writtenBy > foldRevision) {
    throw new Error(
      `What is deployed folds by revision ${writtenBy}, this checkout by ${foldRevision}: run it from the release that is deployed.`,
    );
  }
  const isSilent = Object.entries(told).some(([key, { silent }]) => silent && isOfClass(key, classes));
  return writtenBy < foldRevision || isSilent;
}

/** How often what is of these classes was really told. */
export function timesTold({ told }: Owing, classes: readonly ToldClass[]): number {
  const heard = Object.entries(heardIn(told)).filter(([key]) => isOfClass(key, classes));
  return heard.reduce((sum, [, { times }]) => sum + times, 0);
}
