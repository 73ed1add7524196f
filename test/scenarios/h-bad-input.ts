import { randomBytes } from 'node:crypto';
import { signStandard } from '../simulators/sign.ts';
import { postWebhook } from '../simulators/standard-sender.ts';
import { askForReturn } from './own-store.ts';
import type { Checks, Scenario } from './scenario.ts';
import type { World } from './world.ts';

/** Whatever comes in at the door: each has its answer, nothing is lost, nobody else is harmed. */
export const badInput: Scenario = {
  letter: 'h',
  title: 'Forged, replayed, oversize, unknown channel, authentic rubbish',
  async run(world, checks) {
    const own = await askForReturn(world, { name: 'H1' });
    await strangers(world, checks);
    await replays(world, checks, own.caseId);
    await rubbish(world, checks);
    await large(world, checks, own);
    await own.decide();
    await checks.eventually('the rest goes on unharmed', async () => (await world.caseOf(own.key))?.decision.value === 'approved');
    checks.that('the repeated delivery was told once', world.bus.toldOf(own.key, 'Case Opened').length === 1);
    return [own.key];
  },
};

async function strangers({ outputs, sender, run }: World, checks: Checks): Promise<void> {
  const body = Buffer.from(JSON.stringify({ type: 'return.closed', timestamp: new Date().toISOString(), data: { caseId: 'x' } }));
  const forged = signStandard(randomBytes(32).toString('base64'), { id: `forged-${run}`, timestamp: Math.floor(Date.now() / 1000), body });
  const post = (path: string) => postWebhook(`${outputs.webhooksUrl}/${path}`, forged, body);
  const answers = [await post('standard/own-store'), await post('standard/no-such-channel'), await post('no-such-source/own-store')];
  checks.that('a forged signature, an unknown channel and an unknown source are answered 401', answers.every(({ status }) => status === 401));
  checks.that('byte for byte alike', new Set(answers.map((answer) => answer.body)).size === 1);
  const oversize = await sender.sendBytes('own-store', randomBytes(1024 * 1024 + 1));
  checks.that('one byte more than 1 MiB is answered 413', oversize.status === 413);
}

async function replays(world: World, checks: Checks, caseId: string): Promise<void> {
  const { sender, outputs } = world;
  const options = { id: `again-${world.run}` };
  const data = { caseId, url: 'https://tickets.example.com/again' };
  const answers = [await sender.send('own-store', 'ticket.linked', data, options), await sender.send('own-store', 'ticket.linked', data, options)];
  checks.that('a delivery that comes twice is accepted twice', answers.every(({ status }) => status === 200));
  const body = Buffer.from('{}');
  const old = signStandard(randomBytes(32).toString('base64'), { id: 'old', timestamp: Math.floor(Date.now() / 1000) - 301, body });
  checks.that('a replay of 301 seconds ago is answered 401', (await postWebhook(`${outputs.webhooksUrl}/standard/own-store`, old, body)).status === 401);
}

async function rubbish(world: World, checks: Checks): Promise<void> {
  const ids = ['not-json', 'unknown-type', 'wrong-role'].map((name) => `${name}-${world.run}`);
  const [notJson, unknownType, wrongRole] = ids as [string, string, string];
  const answers = [
    await world.sender.sendBytes('own-store', Buffer.from('{ not json'), { id: notJson }),
    await world.sender.send('own-store', 'return.teleported', { caseId: 'x' }, { id: unknownType }),
    await world.sender.send('carrier-feed', 'refund.completed', { caseId: 'x' }, { id: wrongRole }),
  ];
  checks.that('authentic rubbish is accepted', answers.every(({ status }) => status === 200));
  await checks.eventually('kept, and listed as not understood', async () => {
    const listed = new Set((await world.store.listings.listNotUnderstood(1_000)).map((ref) => ref.id));
    return ids.every((id) => listed.has(id));
  });
}

async function large(world: World, checks: Checks, own: { readonly caseId: string; readonly key: string }): Promise<void> {
  // Noise does not compress, so this one goes by reference.
  const data = { caseId: own.caseId, padding: randomBytes(330_000).toString('base64'), url: 'https://tickets.example.com/large' };
  const answer = await world.sender.send('own-store', 'ticket.linked', data);
  checks.that('a body too long for the queue is accepted', answer.status === 200);
  await checks.eventually('and recorded', async () => (await world.caseOf(own.key))?.tickets.includes('https://tickets.example.com/large') ?? false);
}
