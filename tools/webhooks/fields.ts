import * as z from 'zod';

type JsonSchema = z.core.JSONSchema.JSONSchema;

/** One field of a type's `data`, as the page shows it. */
export interface Field {
  /** Below an object after a dot, in a list after `[]`: `lines[].sku`. */
  readonly path: string;
  /** Within what holds it. */
  readonly isRequired: boolean;
  readonly form: string;
  readonly meaning: string;
}

export interface Described {
  /** In the order of the schema, what holds others before them. */
  readonly fields: readonly Field[];
  /** What holds between the fields. */
  readonly rules?: string;
  /** What each form is that fields have by its name. */
  readonly forms: Readonly<Record<string, string>>;
}

/**
 * What a type's `data` may hold, by its schema.
 * @throws where a field has no meaning, or a form that only a name can tell and that has none.
 */
export function describeData(type: string, schema: z.ZodType): Described {
  const json = z.toJSONSchema(schema, { io: 'input' }) as JsonSchema;
  const forms = Object.entries(json.$defs ?? {}).map(([name, form]) => [name, form.description ?? '']);
  return {
    fields: fieldsOf(type, json, ''),
    ...(json.description && { rules: json.description }),
    forms: Object.fromEntries(forms),
  };
}

function fieldsOf(type: string, { properties = {}, required = [] }: JsonSchema, before: string): Field[] {
  return Object.entries(properties).flatMap(([name, value]) => {
    const path = `${before}${name}`;
    const schema = objectOf(value);
    const { description: meaning, items } = schema;
    if (!meaning) {
      throw new Error(`${type}: ${path} has no meaning; describe() it where it is defined`);
    }
    return [
      { path, isRequired: required.includes(name), form: formOf(schema, `${type}: ${path}`), meaning },
      ...fieldsOf(type, schema, `${path}.`),
      ...fieldsOf(type, objectOf(items), `${path}[].`),
    ];
  });
}

/** Of `true`, `false` and nothing, which say no more than that anything goes, an empty one. */
function objectOf(schema: unknown): JsonSchema {
  return typeof schema === 'object' && schema !== null ? (schema as JsonSchema) : {};
}

function formOf(schema: JsonSchema, where: string): string {
  const { $ref, anyOf, enum: values } = schema;
  if ($ref) {
    return `\`${$ref.replace('#/$defs/', '')}\``;
  }
  if (anyOf) {
    return anyOf.map((each) => formOf(objectOf(each), where)).join(', or ');
  }
  return values ? values.map((value) => `\`${value}\``).join(', ') : plainFormOf(schema, where);
}

function plainFormOf({ type, items, maxLength, minItems, maxItems }: JsonSchema, where: string): string {
  switch (type) {
    case 'boolean':
      return '`true`, `false`';
    case 'object':
      return 'object';
    case 'array':
      return `list of ${formOf(objectOf(items), where).replace(/^object$/, 'objects')}, ${minItems ? `${minItems} to` : 'at most'} ${maxItems}`;
    case 'string':
      return `text of at most ${maxLength} characters`;
    default:
      throw new Error(`${where} has a form without a name; give it one by meta({ id, description })`);
  }
}
