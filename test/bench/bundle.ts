import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildOptions, build, type Metafile } from 'esbuild';
import { bundleMerchant } from '../../infra/bundle-merchant.ts';
import { aliasesOf, bundling } from '../../infra/bundling.ts';
import { readMerchant } from '../../infra/merchant.ts';

export const projectRoot = join(import.meta.dirname, '../..');

/** Where the bench puts bundles and results. */
export const benchFolder = join(projectRoot, '.local', 'bench');

const deployedOptions: BuildOptions = {
  ...bundling,
  mainFields: [...bundling.mainFields],
  bundle: true,
  platform: 'node',
  sourcemap: true,
  absWorkingDir: projectRoot,
  logLevel: 'warning',
};

export interface Bundle {
  /** The bundle's own file, ready to be loaded. */
  readonly file: string;
  /** Without its source map. */
  readonly bytes: number;
  /** Every file that went in: its path from the project's root, and what it takes of the bundle. */
  readonly inputs: Readonly<Record<string, number>>;
}

/** Bundles an entry (a path from the project's root) into `folder`, as a deployment of the demo merchant does. */
export async function bundleEntry(entry: string, folder: string): Promise<Bundle> {
  const merchantFile = bundleMerchant(folder, readMerchant('demo'));
  const name = entry.replaceAll('/', '-').replace(/(-handler)?\.ts$/, '');
  const file = join(folder, name, 'index.js');
  const options = {
    ...deployedOptions,
    metafile: true as const,
    entryPoints: [entry],
    outfile: file,
    alias: aliasesOf(merchantFile),
  };
  const { metafile } = await build(options);
  // A deployed bundle has no package.json above it; here this project's own would make an ES module of it.
  writeFileSync(join(folder, 'package.json'), '{"type":"commonjs"}\n');
  return { file, ...weigh(metafile) };
}

function weigh({ outputs }: Metafile): Pick<Bundle, 'bytes' | 'inputs'> {
  const [, output] = Object.entries(outputs).find(([path]) => path.endsWith('.js')) ?? [];
  if (!output) {
    throw new Error('esbuild wrote no bundle');
  }
  const inputs = Object.entries(output.inputs).map(([path, { bytesInOutput }]) => [path, bytesInOutput] as const);
  return { bytes: output.bytes, inputs: Object.fromEntries(inputs) };
}

/** The folders in functions/, in the order of the alphabet. */
export function functionFolders(): string[] {
  const found = readdirSync(join(projectRoot, 'functions'), { recursive: true, encoding: 'utf8' });
  return found
    .filter((path) => path.endsWith('/handler.ts'))
    .map((path) => path.slice(0, -'/handler.ts'.length))
    .sort();
}
