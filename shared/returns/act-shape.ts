import type { Act, ActName } from './act.ts';
import { instant, isObject, listOf, maybe, recordOf, type Shape, shaped, text, units } from './shape.ts';

const byPerson = shaped({ person: text, groups: maybe(listOf(text)) });
const byPolicy = shaped({ policy: text, row: text, inputs: isObject });
const decided: Shape = { by: (value) => byPerson(value) || byPolicy(value), at: instant };

const shapes: Readonly<Record<ActName, Shape>> = {
  'choose-warehouse': { ...decided, warehouseId: text },
  allot: { ...decided, units: recordOf(recordOf(units)) },
};

/** What is wrong with a value that should be an act, in one sentence for who asked; undefined where it is one. */
export function actFault(value: unknown): string | undefined {
  const name = isObject(value) ? String(value.act).slice(0, 40) : '';
  if (!isObject(value) || !Object.hasOwn(shapes, name)) {
    return `there is no act "${name}"; there are: ${Object.keys(shapes).join(', ')}`;
  }
  const shape: Shape = shapes[name as ActName];
  const wrong = Object.entries(shape).filter(([field, check]) => !check(value[field]));
  return wrong.length === 0
    ? undefined
    : `act ${name}: missing or malformed: ${wrong.map(([field]) => field).join(', ')}`;
}

export function isAct(value: unknown): value is Act {
  return actFault(value) === undefined;
}
