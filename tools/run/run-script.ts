import { sentenceOf } from './sentence-of.ts';

export interface Script<Values extends { readonly help?: boolean | undefined }> {
  /** As one types it: `npm run token`. */
  readonly command: string;
  readonly help: string;
  /** Throws where the words on the command line make no sense. */
  readonly read: () => Values;
  readonly run: (values: Values) => Promise<void>;
}

/** Runs a command for a person: `--help` teaches, and what goes wrong is a sentence or two and exit code 1. */
export async function runScript<Values extends { readonly help?: boolean | undefined }>(
  script: Script<Values>,
): Promise<void> {
  try {
    const values = script.read();
    if (values.help) {
      console.log(script.help);
    } else {
      await script.run(values);
    }
  } catch (error) {
    console.error(sentenceOf(error));
    console.error(`${script.command} -- --help says more.`);
    process.exitCode = 1;
  }
}
