import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { apiLists } from './api-lists.ts';

const root = join(import.meta.dirname, '../..');

/** One list of what the folders of a room have: a file of a fixed name that exports by a fixed pattern. */
interface Registry {
  readonly room: 'sources' | 'warehouses';
  /** The file in each folder; a folder without it has no place in this list. */
  readonly file: string;
  /** What that file exports. */
  readonly exportOf: (name: string) => string;
  readonly list: string;
  readonly holds: string;
}

const camelCase = (words: string) => words.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
const pascalCase = (words: string) => camelCase(`-${words}`);

/** A list for each function that must bundle one half and not the others. */
const registries: readonly Registry[] = [
  {
    room: 'sources',
    file: 'about.ts',
    exportOf: (name) => `${camelCase(name)}About`,
    list: 'all-abouts',
    holds: 'What each source is',
  },
  {
    room: 'sources',
    file: 'receiver.ts',
    exportOf: (name) => `${camelCase(name)}Receiver`,
    list: 'all-receivers',
    holds: 'The door half of every source',
  },
  {
    room: 'sources',
    file: 'observe.ts',
    exportOf: (name) => `${camelCase(name)}Observer`,
    list: 'all-observers',
    holds: 'The understanding half of every source',
  },
  {
    room: 'sources',
    file: 'client.ts',
    exportOf: (name) => `open${pascalCase(name)}Client`,
    list: 'all-clients',
    holds: 'How each store is opened whose cases are read',
  },
  {
    room: 'sources',
    file: 'feed.ts',
    exportOf: (name) => `open${pascalCase(name)}Feed`,
    list: 'all-feeds',
    holds: 'How each feed is opened that is asked to follow numbers',
  },
  {
    room: 'sources',
    file: 'time-outs.ts',
    exportOf: (name) => `${camelCase(name)}TimeOuts`,
    list: 'all-time-outs',
    holds: 'What each platform does at its time-outs',
  },
  {
    room: 'warehouses',
    file: 'about.ts',
    exportOf: (name) => `${camelCase(name)}About`,
    list: 'all-abouts',
    holds: 'What each connector is',
  },
  {
    room: 'warehouses',
    file: 'connector.ts',
    exportOf: (name) => `create${pascalCase(name)}Connector`,
    list: 'all-connectors',
    holds: 'How each connector is made that calls a WMS',
  },
];

/** Every registry's file, by its path from the root, as the folders that there are, and the table of operations, want it. */
export function registryFiles(): Readonly<Record<string, string>> {
  const rooms = Object.fromEntries(registries.map((each) => [`shared/${each.room}/${each.list}.ts`, textOf(each)]));
  return { ...rooms, ...apiLists() };
}

function textOf({ room, file, exportOf, list, holds }: Registry): string {
  const names = namesIn(room).filter((name) => existsSync(join(root, 'shared', room, name, file)));
  const imports = names.map((name) => `import { ${exportOf(name)} } from './${name}/${file}';\n`);
  const entries = names.map((name) => `  ${/^\w+$/.test(name) ? name : `'${name}'`}: ${exportOf(name)},\n`);
  const doc = `/** ${holds}. Written by \`npm run registries\` from the folders beside it. */\n`;
  return `${imports.join('')}\n${doc}export const ${camelCase(list)} = {\n${entries.join('')}};\n`;
}

/** A folder that says what it is counts; one for copying (`_template`) does not. */
function namesIn(room: string): string[] {
  return readdirSync(join(root, 'shared', room))
    .filter((name) => !name.startsWith('_') && existsSync(join(root, 'shared', room, name, 'about.ts')))
    .sort();
}
