import { readOptions } from '../run/read-options.ts';
import { runScript } from '../run/run-script.ts';
import { ensureEmulator } from './emulator.ts';

const help = `Keeps a local AWS up until Ctrl-C, and prints its address.

  npm run emulator [-- --folder <folder>]     folder: where its files are (default: .local)

Commands and tests use it where AWS_ENDPOINT_URL is set to that address.`;

await runScript({
  command: 'npm run emulator',
  help,
  read: () => readOptions({ folder: { type: 'string' }, help: { type: 'boolean', short: 'h' } }),
  run: async (values) => {
    const folder = values.folder === undefined ? {} : { folder: values.folder };
    const { endpoint } = await ensureEmulator({ log: (line) => console.error(line), ...folder });
    console.log(endpoint);
    console.error('Ctrl-C ends it.');
    // Only a signal ends this: the emulator lives as long as this process.
    setInterval(() => undefined, 60_000);
  },
});
