import * as z from 'zod';
import { type EventType, events } from '#shared/returns/events.ts';
import { detailSchema, typeNameOf } from './detail-schema.ts';

type JsonSchema = z.core.JSONSchema.JSONSchema;

const $schema = 'https://json-schema.org/draft/2020-12/schema';

/**
 * JSON Schema 2020-12 of the event's `detail`. It leaves room for fields that come later, which consumers ignore. What has a name stands in `$defs`,
 * under a title, and nothing stands beside a `$ref`: of that, and of nothing else, all generators make one type under that name.
 */
export function jsonSchemaOf(type: EventType): JsonSchema {
  const { body, $defs } = partsOf(type);
  return { $schema, $id: typeNameOf(type), ...body, $defs };
}

/** All of these in one: who generates types of all events from it gets each shared one once. */
export function jsonSchemaOfAll(types: readonly EventType[]): JsonSchema {
  const parts = types.map(partsOf);
  const bodies = types.map((type, index) => [typeNameOf(type), parts[index]?.body] as const);
  return {
    $schema,
    $id: 'BackhaulEvent',
    title: 'Backhaul Event',
    description: 'The detail of any event.',
    anyOf: bodies.map(([name]) => ({ $ref: `#/$defs/${name}` })),
    $defs: Object.assign(Object.fromEntries(bodies), ...parts.map(({ $defs }) => $defs)),
  };
}

function partsOf(type: EventType): { readonly body: JsonSchema; readonly $defs: Record<string, JsonSchema> } {
  const { $schema: _same, $defs: named = {}, ...schema } = z.toJSONSchema(detailSchema(type), { override: simplify });
  const $defs = Object.entries(named).map(([title, definition]) => [title, { title, ...definition }] as const);
  const body = { title: type, description: events[type].summary, ...schema };
  return { body, $defs: Object.fromEntries($defs) };
}

function simplify({ jsonSchema }: { readonly jsonSchema: JsonSchema }): void {
  delete jsonSchema.additionalProperties;
  if (jsonSchema.format === 'date-time') {
    delete jsonSchema.pattern;
    jsonSchema.description = `${jsonSchema.description}; UTC, as \`2026-01-15T08:00:00.000Z\``;
  }
  if (Number.isInteger(jsonSchema.const)) {
    jsonSchema.type = 'integer';
  }
}
