import * as z from 'zod';

/** What an event is the latest word on, within its record: a topic, and the fields that say of which. */
export interface Subject<Field extends string = string> {
  readonly topic: string;
  readonly by?: readonly Field[];
}

interface EventDefinition<Fields extends z.ZodRawShape> {
  /** The kind of record that its `metadata` names. */
  readonly record: 'case' | 'parcel' | 'either';
  readonly summary: string;
  readonly data: z.ZodObject<Fields, z.core.$strict>;
  readonly subject?: Subject;
}

type Define = <Fields extends z.ZodRawShape>(
  summary: string,
  fields: Fields,
  subject?: Subject<keyof Fields & string>,
) => EventDefinition<Fields>;

function eventOf(record: EventDefinition<z.ZodRawShape>['record']): Define {
  return (summary, fields, subject) => ({ record, summary, data: z.strictObject(fields), ...(subject && { subject }) });
}

/**
 * An event that a case tells: what it says, in one line, and what its `data` holds and nothing else. No personal data. A field has a description,
 * or is of a schema that has one and an `id`; generated types have that name.
 * @param subject - Of a value, which is told again when it differs: of all events of one record and subject the one with the highest version holds.
 *   A happening has none: once told it stays true.
 */
export const caseEvent = eventOf('case');

/** The same, told by a parcel. */
export const parcelEvent = eventOf('parcel');

/** The same, told by a case or by a parcel: both have clocks. */
export const recordEvent = eventOf('either');
