import { parseArgs } from 'node:util';
import { ensureEmulator } from './emulator.ts';

const { values } = parseArgs({ options: { folder: { type: 'string' } } });

try {
  const folder = values.folder === undefined ? {} : { folder: values.folder };
  const { endpoint } = await ensureEmulator({ log: (line) => console.error(line), ...folder });
  console.log(endpoint);
  console.error('Ctrl-C ends it.');
  // Only a signal ends this: the emulator lives as long as this process.
  setInterval(() => undefined, 60_000);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
