import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** What sources and connectors are (`about.ts`, and the lists of them) is a room of its own, below what they do. */
export const abouts = 'the abouts';
const ofAbouts = /^shared\/(sources|warehouses)\/(.+\/)?(all-)?abouts?\.ts$/;

/** The rooms of the house from the ground up. A file imports from its own room, and from lower floors; never from the same floor or a higher one. */
export const floors: readonly (readonly string[])[] = [
  ['shared/fault', 'shared/identifiers'],
  ['shared/returns', 'shared/runtime', 'shared/http'],
  ['shared/words'],
  [abouts, 'shared/events', 'shared/counting'],
  ['shared/merchant'],
  ['shared/policy', 'shared/sources'],
  ['shared/lists', 'shared/messages', 'shared/robots', 'shared/warehouses'],
  ['shared/recording'],
  ['shared/acting'],
  [
    'shared/calling-out',
    'shared/clocks',
    'shared/door',
    'shared/following',
    'shared/notifying',
    'shared/publishing',
    'shared/reading',
    'shared/reconciling',
  ],
  ['shared/health'],
  ['shared/api', 'shared/board'],
  ['shared/store'],
  ['shared/aws'],
  ['functions', 'infra'],
  ['tools'],
];

export interface Import {
  readonly from: string;
  readonly to: string;
}

const specifier = /(?:from|import\()\s*'((?:\.{1,2}|#shared)\/[^']+\.ts)'/g;

/** What a file imports of the project's own files. Types too. Paths from the root, with `/`. */
export function importsOf(from: string, text: string): Import[] {
  return [...text.matchAll(specifier)].map(([, path = '']) => ({
    from,
    to: path.startsWith('#') ? path.slice(1) : normalize(join(dirname(from), path)).replaceAll('\\', '/'),
  }));
}

/** All imports of some files below a root. */
export function readImports(root: string, files: readonly string[]): Import[] {
  return files.flatMap((file) => importsOf(file, readFileSync(join(root, file), 'utf8')));
}

/** Imports from a room on the same floor or a higher one, or from a file that stands in no room. */
export function upwardArrows(imports: readonly Import[]): Import[] {
  return imports.filter(({ from, to }) => {
    const [user, used] = [placeOf(from), placeOf(to)];
    return user?.room !== used?.room && !(user && used && used.floor < user.floor);
  });
}

function placeOf(file: string): { readonly room: string; readonly floor: number } | undefined {
  const places = floors.flatMap((rooms, floor) => rooms.map((room) => ({ room, floor })));
  return places.find(({ room }) => (ofAbouts.test(file) ? room === abouts : file.startsWith(`${room}/`)));
}

/** A way along imports that comes back to where it began, types included; undefined where there is none. */
export function findCycle(imports: readonly Import[]): readonly string[] | undefined {
  const next = Map.groupBy(imports, ({ from }) => from);
  const done = new Set<string>();
  const way: string[] = [];
  const visit = (file: string): readonly string[] | undefined => {
    if (way.includes(file)) {
      return [...way.slice(way.indexOf(file)), file];
    }
    if (done.has(file)) {
      return undefined;
    }
    way.push(file);
    for (const { to } of next.get(file) ?? []) {
      const cycle = visit(to);
      if (cycle) {
        return cycle;
      }
    }
    way.pop();
    done.add(file);
    return undefined;
  };
  for (const file of next.keys()) {
    const cycle = visit(file);
    if (cycle) {
      return cycle;
    }
  }
  return undefined;
}
