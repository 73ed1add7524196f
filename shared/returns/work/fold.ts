import { type Act, acts, isWork, type NumberedAct } from '../acts/acts.ts';
import { latestOf } from '../record/instant.ts';
import { type StoreSaid, stateOf } from './handled.ts';
import { noWork, type Work, type WorkPart } from './part.ts';

/**
 * Who works on a record and what they left on it, by their acts in their order; of a case, with what its store has said of what they say that they did there.
 *
 * @param taken - Sorted by their numbers.
 */
export function workOf(taken: readonly NumberedAct[], said?: StoreSaid): WorkPart {
  const byPersons = taken.map(({ act }) => act).filter(({ by }) => 'person' in by);
  const done = byPersons.filter(isWork);
  const touchedAt = latestOf(byPersons.map(({ at }) => at));
  if (done.length === 0 || !touchedAt) {
    return {};
  }
  const { handled, ...work } = done.reduce(afterIt, noWork);
  return {
    work: { ...work, ...(handled && { handled: { ...handled, state: stateOf(handled, said) } }), touchedAt },
  };
}

function afterIt(work: Work, act: Act): Work {
  const row = acts[act.act];
  // The row is the act's own, so it takes just this act.
  return 'does' in row ? row.does(work, act as never) : work;
}
