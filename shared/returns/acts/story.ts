import { doneAt, type Placed, type Who } from '../record/story.ts';
import type { Actor } from './act.ts';
import { type Act, type ActName, acts, isAct, type NumberedAct } from './acts.ts';

/** What an act's line is about; its row has the words. */
export interface ActValues {
  readonly act: Act;
  /** The case whose timeline it stands in. */
  readonly caseKey: string;
  /** Of an act on a parcel. */
  readonly number?: string;
}
export type ActCode = (typeof acts)[ActName]['code'];
export interface ActLine extends Placed {
  readonly code: ActCode;
  readonly values: ActValues;
}

/** What a policy or a person decided here. */
export function actStory(taken: readonly NumberedAct[], caseKey: string, number?: string): ActLine[] {
  const whole = taken.filter(({ act }) => isAct(act));
  return whole.map(({ act }) => ({
    ...doneAt(act.at, actorOf(act.by)),
    code: acts[act.act].code,
    values: { act, caseKey, ...(number && { number }) },
  }));
}

function actorOf(by: Actor): Who {
  return 'person' in by ? { role: 'person', name: by.person } : { role: 'policy', name: by.policy };
}
