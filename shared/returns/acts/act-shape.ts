import { instant, isObject, listOf, maybe, recordOf, type Shape, shaped, text, units } from '../record/shape.ts';
import type { Act, ActName } from './act.ts';

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
  const wrong = Object.entries(shape).flatMap(([field, check]) => (check(value[field]) ? [] : [field]));
  const unknown = Object.keys(value).filter((field) => field !== 'act' && !Object.hasOwn(shape, field));
  const faults = [
    ...(wrong.length > 0 ? [`missing or malformed: ${wrong.join(', ')}`] : []),
    ...(unknown.length > 0 ? [`not known: ${unknown.join(', ').slice(0, 80)}`] : []),
  ];
  return faults.length === 0 ? undefined : `act ${name}: ${faults.join('; ')}`;
}

export function isAct(value: unknown): value is Act {
  return actFault(value) === undefined;
}
