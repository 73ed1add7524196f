import { join } from 'node:path';

/** How esbuild makes a function's bundle: CommonJS out of each package's ES modules is the smallest and fastest to load of what Lambda takes. */
export const bundling = {
  format: 'cjs',
  target: 'node24',
  mainFields: ['module', 'main'],
  minify: true,
  sourcesContent: false,
  // CommonJS has it under another name.
  define: { 'import.meta.dirname': '__dirname' },
} as const;

/** What a bundle takes instead of an import: the merchant's own file, and a provider of credentials instead of a chain of them, which would be a third of the door's bundle. */
export function aliasesOf(merchantFile: string): Record<string, string> {
  return {
    '#merchant': merchantFile,
    '@aws-sdk/credential-provider-node': join(import.meta.dirname, '../shared/runtime/env-credentials.ts'),
  };
}
