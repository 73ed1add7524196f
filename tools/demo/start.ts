import { bringUp } from '../emulator/bring-up.ts';
import { type Log, openLog } from '../run/progress.ts';
import { runScript } from '../run/run-script.ts';
import { claimDemoPorts } from './demo-ports.ts';
import { helpText } from './welcome/help.ts';
import { readWelcomeOptions, type WelcomeOptions } from './welcome/options.ts';
import { welcome } from './welcome/welcome.ts';
import { welcomeWords } from './welcome/words.ts';

const interruptedCode = 130;

async function start(options: WelcomeOptions): Promise<void> {
  const startedAt = new Date(performance.timeOrigin);
  const log = openLog(startedAt.getTime());
  endOnSignal(() => console.log(`\n${welcomeWords.ended[options.locale]}`));
  log(welcomeWords.hello[options.locale]);
  const failures = await demo(options, startedAt, log);
  process.exitCode = failures.length === 0 ? 0 : 1;
}

async function demo(options: WelcomeOptions, startedAt: Date, log: Log): Promise<readonly string[]> {
  await claimDemoPorts();
  const { emulator, outputs } = await bringUp(log);
  try {
    const onReady = () => {
      process.exitCode = 0;
    };
    return await Promise.race([welcome({ outputs, options, log, startedAt, onReady }), emulator.died]);
  } finally {
    await emulator.stop();
  }
}

/** Whoever ends it when it is up ends a success. The emulator and the CDK end with this process. */
function endOnSignal(say: () => void): void {
  // No promise keeps a process alive.
  setInterval(() => undefined, 60_000);
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.on(name, () => {
      say();
      process.exit(process.exitCode ?? interruptedCode);
    });
  }
}

await runScript({
  command: 'npm start',
  help: helpText,
  read: () => readWelcomeOptions(process.argv.slice(2)),
  run: start,
});
// Senders that still try, and the clock of the simulated world, would go on for ever.
process.exit();
