/** How esbuild makes a function's bundle: CommonJS out of each package's ES modules is the smallest and fastest to load of what Lambda takes. */
export const bundling = {
  format: 'cjs',
  target: 'node24',
  mainFields: ['module', 'main'],
  minify: true,
  sourcesContent: false,
} as const;
