export interface Schema {
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

/** One sentence for each thing of a published schema that generators turn into types which nobody can read, or cannot find. */
export function schemaFaults(root: Schema): string[] {
  const named = Object.entries(root.$defs ?? {});
  return [
    ...named
      .filter(([name, each]) => each.title?.replaceAll(' ', '') !== name)
      .map(([name]) => `${name} has another title`),
    ...named.filter(([, each]) => !each.description).map(([name]) => `${name} has no description`),
    ...[['detail', root] as const, ...named].flatMap(([name, each]) => fieldFaults(name, each, root)),
  ];
}

function fieldFaults(holder: string, { properties = {} }: Schema, root: Schema): string[] {
  return Object.entries(properties).flatMap(([name, schema]) => {
    const path = `${holder}.${name}`;
    const isUntold = !schema.$ref && !schema.description;
    return [
      ...(isUntold ? [`${path} has no description: describe() it where it is defined`] : []),
      ...formFaults(path, schema, root),
      ...(schema.items ? formFaults(`${path}[]`, schema.items, root) : []),
    ];
  });
}

function formFaults(path: string, schema: Schema, root: Schema): string[] {
  const { $ref, ...beside } = schema;
  const name = $ref?.replace('#/$defs/', '') ?? '';
  const checks: [boolean, string][] = [
    [$ref !== undefined && !root.$defs?.[name], 'refers to nothing in its own file'],
    [
      $ref !== undefined && Object.keys(beside).length > 0,
      `says something beside ${name}: it becomes a type of its own`,
    ],
    [schema.enum !== undefined || schema.properties !== undefined, 'has no name: give its schema one by meta({ id })'],
    [schema.anyOf !== undefined, 'is a union'],
  ];
  return checks.filter(([isFault]) => isFault).map(([, what]) => `${path} ${what}`);
}
