import { createRequire } from 'node:module';

/** Milliseconds to load a bundle, in a process that has loaded nothing else of it. */
export interface LoadOnce {
  readonly wallMs: number;
  readonly cpuMs: number;
}

const [file = ''] = process.argv.slice(2);
const require = createRequire(import.meta.url);
const startedAt = performance.now();
const before = process.cpuUsage();
const { handler } = require(file);
const wallMs = performance.now() - startedAt;
const { user, system } = process.cpuUsage(before);
if (typeof handler !== 'function') {
  throw new Error(`${file} exports no handler`);
}
const result: LoadOnce = { wallMs, cpuMs: (user + system) / 1000 };
process.send?.(result, () => process.exit(0));
