import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { didYouMean } from '../../infra/did-you-mean.ts';
import type { SampleSender } from './sample-sender.ts';

const folder = join(import.meta.dirname, 'senders');

/** The sources that have samples: the files of the folder. */
export const sampleSources: readonly string[] = readdirSync(folder).map((file) => file.replace(/\.ts$/, ''));

/** @throws Error that says what there is, where that source has no samples. */
export async function sampleSenderOf(source: string): Promise<SampleSender> {
  const file = join(folder, `${source}.ts`);
  if (!/^[a-z0-9-]+$/.test(source) || !existsSync(file)) {
    throw new Error(
      `There are no samples of "${source}"; there are of: ${sampleSources.join(', ')}${didYouMean(source, sampleSources)}`,
    );
  }
  const exported: Readonly<Record<string, SampleSender>> = await import(file);
  const sender = Object.values(exported).find((each) => each.source === source);
  if (!sender) {
    throw new Error(`tools/send/senders/${source}.ts exports no sender of the source ${source}.`);
  }
  return sender;
}
