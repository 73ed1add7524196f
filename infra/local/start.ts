import { bringUp } from './bring-up.ts';
import { claimDemoPorts } from './demo-ports.ts';
import { openLog } from './progress.ts';
import { runScript } from './run-script.ts';

await runScript({
  name: 'start',
  help: 'Deploys the demo merchant to a local AWS, and stays up until Ctrl-C.',
  read: () => ({ help: process.argv.includes('--help') }),
  run: async () => {
    await claimDemoPorts();
    const { emulator, outputs } = await bringUp(openLog());
    console.log(`${outputs.apiUrl}\nIt stays up; Ctrl-C ends it.`);
    await emulator.died;
  },
});
