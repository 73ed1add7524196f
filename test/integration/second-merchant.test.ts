import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { CaseSnapshot } from '#shared/returns/case/case.ts';
import { openLocalStore } from '../../tools/emulator/local-store.ts';
import type { LocalOutputs } from '../../tools/operate/outputs.ts';
import { localFolderOf, readOutputs } from '../../tools/operate/read-outputs.ts';

/*
 * What an operator and the developer of a warehouse read (docs/onboard.md, docs/queue-warehouse.md,
 * docs/http-warehouse.md), done by the letter: the pages' own
 * commands bring up a merchant beside the demo, and the pages' own programs are its warehouses.
 */
const root = join(import.meta.dirname, '../..');
const merchant = 'harbour';
const patient = { timeout: 300_000, interval: 500 };

function blocksOf(page: string, language: string, heading: string): string[] {
  const [, section = ''] = readFileSync(join(root, 'docs', page), 'utf8').split(`\n## ${heading}\n`);
  const [own = ''] = section.split('\n## ');
  return [...own.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))].map(([, code = '']) => code);
}

interface Ran {
  readonly code: number | null;
  readonly output: string;
}

/** Runs lines of a shell as a person would, in the project's folder. */
async function runShell(script: string): Promise<Ran> {
  const child = spawn('bash', ['-euo', 'pipefail', '-c', script], { cwd: root });
  let output = '';
  const hear = (chunk: Buffer) => {
    output += chunk.toString();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const code = await new Promise<number | null>((tell) => child.once('close', tell));
  console.error(output);
  return { code, output };
}

interface Program {
  heard(): string;
  type(text: string): void;
  stop(): void;
}

/** Starts the one program below a heading of a page. */
async function start(
  page: string,
  heading: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Program> {
  const file = join(localFolderOf(merchant), page.replace('.md', '.mjs'));
  await writeFile(file, blocksOf(page, 'js', heading)[0] ?? '');
  const child = spawn(process.execPath, [file], { env: { ...process.env, ...env } });
  let heard = '';
  const hear = (chunk: Buffer) => {
    heard += chunk.toString();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  return {
    heard: () => heard,
    type: (text) => {
      child.stdin.write(text);
    },
    stop: () => {
      child.kill();
      console.error(heard);
    },
  };
}

async function secretOf(name: string): Promise<string> {
  const { code, output } = await runShell(`npm run -s secret -- ${name} --merchant ${merchant}`);
  expect(code).toBe(0);
  return output.trim();
}

async function send(type: string, ...fields: readonly string[]): Promise<Ran> {
  const assignments = fields.map((field) => `--field ${field}`).join(' ');
  return await runShell(`npm run send -- standard ${type} --merchant ${merchant} ${assignments}`);
}

async function openShipped(caseId: string, trackingNumber: string, warehouseId: string): Promise<void> {
  const own = `caseId=${caseId}`;
  // Each is of an order of its own: cases on one order line call a person.
  await send('return.requested', own, `orderId=SO-${caseId}`);
  await send('return.decided', own, `warehouseId=${warehouseId}`);
  await send('return.shipped', own, `trackingNumber=${trackingNumber}`);
}

describe('a second merchant, by docs/onboard.md', () => {
  const [bringUp = '', lookAt = ''] = blocksOf('onboard.md', 'sh', 'Try it here');
  let outputs: LocalOutputs;
  let ran: Ran;

  beforeAll(async () => {
    ran = await runShell(bringUp);
    outputs = readOutputs(merchant);
  });

  const caseOf = async (caseId: string): Promise<CaseSnapshot | undefined> =>
    (await openLocalStore(outputs).cases.readSnapshot(`standard:harbour:${caseId}`))?.snapshot;

  it('is deployed, and its first webhooks count', () => {
    expect(ran.code).toBe(0);
    expect(ran.output).toContain('harbour is up');
    expect(ran.output.match(/recorded {3}applied/g)).toHaveLength(3);
  });

  it('shows its team the case, by the commands of the page', async () => {
    const { code, output } = await runShell(lookAt);

    expect(code).toBe(0);
    expect(output).toContain('SF14000000012');
  });

  it.each([
    ['--role admin', 200],
    ['--group harbour-service', 403],
  ])('answers %s who asks for the policy with %i', async (who, status) => {
    const { output: token } = await runShell(`npm run -s token -- ${who} --merchant ${merchant}`);
    const headers = { authorization: `Bearer ${token.trim()}` };
    const answer = await fetch(`${outputs.apiUrl}/policy`, { headers });

    expect(answer.status).toBe(status);
    expect(JSON.stringify(await answer.json())).toContain(
      status === 200 ? '"defaultWarehouse":"pier"' : '"status":403',
    );
  });

  it('shows the team of another merchant nothing', async () => {
    const { code, output } = await runShell(`npm run -s token -- --group agent --merchant ${merchant}`);

    expect([code, output]).toEqual([1, expect.stringContaining('there are: harbour-service')]);
  });

  it('announces to the warehouse that is called', async () => {
    const receiver = await start('http-warehouse.md', 'A whole receiver', {
      BACKHAUL_SECRET: await secretOf('warehouses/quay'),
    });
    try {
      await openShipped('RMA-2', 'UP200000001', 'quay');

      await vi.waitFor(async () => {
        const answers = Object.values((await caseOf('RMA-2'))?.preAdviceAnswers ?? {});
        expect(answers.map(({ accepted }) => accepted)).toEqual([true]);
      }, patient);
      expect(receiver.heard()).toContain('expects UP200000001: 2 x SHOE-RED-41');
    } finally {
      receiver.stop();
    }
  });

  describe('the program of docs/queue-warehouse.md', () => {
    let consumer: Program;

    beforeAll(async () => {
      consumer = await start('queue-warehouse.md', 'A whole consumer', {
        AWS_REGION: outputs.region,
        QUEUE_URL: outputs.warehouseQueues.pier,
        WEBHOOK_URL: `${outputs.webhooksUrl}/standard/wms-pier`,
        WEBHOOK_SECRET: await secretOf('standard/wms-pier'),
        WAREHOUSE: 'pier',
      });
    });

    afterAll(() => consumer?.stop());

    it('asks what is in a parcel whose goods nobody named', async () => {
      await openShipped('RMA-8', 'DH800000001', 'pier');
      await send('return.shipped', 'caseId=RMA-8', 'trackingNumber=DH800000002');
      await vi.waitFor(() => expect(consumer.heard()).toContain('expects DH800000002: '), patient);

      consumer.type('DH800000002\n');

      await vi.waitFor(() => expect(consumer.heard()).toContain('what is in DH800000002?'), patient);
    });

    it('acknowledges, receives, checks and stocks in what it was told', async () => {
      await openShipped('RMA-9', 'DH900000009', 'pier');
      await vi.waitFor(() => expect(consumer.heard()).toContain('expects DH900000009: 2 x SHOE-RED-41'), patient);

      consumer.type('DH900000009\n');

      await vi.waitFor(async () => {
        const { headline, quality, notes, preAdviceAnswers } = (await caseOf('RMA-9')) ?? {};
        expect({
          headline,
          quality,
          notes,
          answers: Object.values(preAdviceAnswers ?? {}).map(({ accepted }) => accepted),
        }).toEqual({
          headline: 'stocked-in',
          quality: 'passed',
          notes: [],
          answers: [true],
        });
      }, patient);
    });
  });
});
