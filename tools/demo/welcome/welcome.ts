import { setTimeout as sleep } from 'node:timers/promises';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { CaseView } from '#shared/api/case-view.ts';
import { instantOf } from '#shared/returns/record/instant.ts';
import type { Locale } from '#shared/words/locale.ts';
import { randomFrom } from '../../../test/memory/random.ts';
import { type Cast, openCast } from '../../../test/simulation/cast.ts';
import { growingRests } from '../../../test/simulators/rests.ts';
import { openLocalStore } from '../../emulator/local-store.ts';
import { readQueueDepth, readQueueDepths } from '../../emulator/queue-depths.ts';
import type { LocalOutputs } from '../../operate/outputs.ts';
import { localClient, queuePrefix } from '../../operate/read-outputs.ts';
import type { Log } from '../../run/progress.ts';
import { accompany, nowAndThen } from '../../run/waiting.ts';
import { openApiReader } from '../api-reader.ts';
import { openCaseReader } from '../case-reader.ts';
import { attentionLines, mostShown } from './attention.ts';
import { boardLines, openBoard } from './board.ts';
import { type DeliveryLog, openDeliveryLog } from './delivery-log.ts';
import { episodes } from './episodes/episodes.ts';
import { liveOn } from './live-on.ts';
import { openLook } from './look.ts';
import type { WelcomeOptions } from './options.ts';
import { type Population, seed } from './seed.ts';
import { settle } from './settle.ts';
import { showPopulation } from './show.ts';
import { openStage, type Stage } from './stage.ts';
import { whereLines } from './where.ts';
import { countText, inboxText, readyText, welcomeWords } from './words.ts';
import { openTakeAct, takeWork } from './work.ts';

export interface Welcoming {
  readonly outputs: LocalOutputs;
  readonly options: WelcomeOptions;
  readonly log: Log;
  readonly startedAt: Date;
  /** Hears that all is there that was seeded, or all that will be. */
  readonly onReady: () => void;
}

/** Repeated until it is taken, as real senders do for hours. */
const restAfter = growingRests({ firstMs: 500, mostMs: 15_000 });
/** More in the inbox is more than a small machine should have before it at once. */
const mostInInbox = 40;
const minuteMs = 60_000;
/** A run for its exit code ends where nothing at all happens for so long. */
const mostStillMs = 15 * minuteMs;

/** Seeds, waits, shows; then lives on, stands still or ends. @returns what is not as it should be, where it ends. */
export async function welcome(welcoming: Welcoming): Promise<readonly string[]> {
  const { outputs, options, log } = welcoming;
  const { locale } = options;
  const deliveries = openDeliveryLog(outputs.webhooksUrl);
  log(welcomeWords.senders[locale]);
  const cast = await accompany('reading their secrets', openCast(outputs, { post: deliveries.post, restAfter }), log);
  try {
    return await Promise.race([play({ ...welcoming, cast, deliveries }), deliveries.refused]);
  } finally {
    await cast.close();
  }
}

interface Playing extends Welcoming {
  readonly cast: Cast;
  readonly deliveries: DeliveryLog;
}

async function play(playing: Playing): Promise<readonly string[]> {
  const { outputs, options, log, startedAt, cast, deliveries } = playing;
  const { locale } = options;
  const mostWaitMs = options.once ? mostStillMs : Number.POSITIVE_INFINITY;
  const stage = openStage({ cast, startedAt, log, mostWaitMs });
  log(welcomeWords.seeding[locale]);
  const population = await seed(episodes, { stage, locale, log, letOthersCatchUp: inboxGuard(outputs, locale, log) });
  log(welcomeWords.settling[locale]);
  const { failures, lines } = await settleAndShow(playing, population);
  const counted = countText(population.cases.length, deliveries.accepted().length)[locale];
  // Where it ends at once, no link would lead anywhere.
  const board = options.once ? undefined : await openBoard(outputs, locale);
  console.log(['', ...lines, '', counted, ...endLines(failures, locale), ''].join('\n'));
  log(readyText(Math.round((Date.now() - startedAt.getTime()) / 1000))[locale]);
  if (options.once) {
    return failures;
  }
  console.log(['', ...(board ? boardLines(board, locale) : [])].join('\n'));
  playing.onReady();
  return options.quiet ? await standStill(playing) : await goOn(playing, stage, population);
}

async function standStill({ cast, options }: Playing): Promise<never> {
  await cast.close();
  console.log(`\n${welcomeWords.quiet[options.locale]}`);
  return await new Promise(() => undefined);
}

async function goOn({ options, startedAt, log }: Playing, stage: Stage, population: Population): Promise<never> {
  const { locale } = options;
  console.log(`\n${welcomeWords.living[locale]}\n`);
  for (const begin of population.afterwards) {
    begin().catch((error: Error) => log(error.message));
  }
  const { livings } = population;
  return await liveOn({ stage, livings, random: randomFrom(startedAt.getTime()), locale, print: console.log });
}

interface Settled {
  readonly failures: readonly string[];
  readonly lines: readonly string[];
}

async function settleAndShow({ outputs, options, log, deliveries }: Playing, population: Population): Promise<Settled> {
  const { locale, once } = options;
  const views = new Map<string, CaseView>();
  const reader = openCaseReader(outputs, log);
  const sqs = new SQSClient(localClient(outputs));
  const looking = {
    reader,
    store: openLocalStore(outputs),
    deliveries,
    readDepths: async () => await readQueueDepths(sqs, queuePrefix(outputs)),
    onCase: (key: string, view: CaseView) => views.set(key, view),
  };
  // Whoever looks on is shown what there is; only a run for its exit code has to know for sure.
  const stillMs = once ? { busy: mostStillMs, idle: mostStillMs } : { busy: Number.POSITIVE_INFINITY, idle: minuteMs };
  const settled = await settle({ look: openLook(looking, population), locale, log, stillMs });
  const refused = await takeWork(population.cases, openTakeAct(outputs, log));
  const columns = process.stdout.columns ?? Number(process.env.COLUMNS ?? 160);
  const shown = await showPopulation({ population, views, reader, locale, columns });
  const toDo = await openApiReader(outputs, log).read('listAttention', { query: { limit: String(mostShown) } });
  const list = toDo ? attentionLines(toDo, { locale, columns, now: instantOf(Date.now()) }) : [];
  const where = whereLines(outputs, caseOfAgents(population), locale);
  return { failures: [...settled, ...refused], lines: [...shown, '', ...where, '', ...list] };
}

/** Whoever is in the demo's team sees the own store's cases only. */
function caseOfAgents({ cases }: Population): string {
  const own = cases.filter(({ key }) => key.startsWith('standard:main:'));
  return (own.find(({ isShown }) => isShown) ?? own[0])?.key ?? 'standard:main:RMA-1';
}

function endLines(failures: readonly string[], locale: WelcomeOptions['locale']): string[] {
  return failures.length === 0
    ? [welcomeWords.arrived[locale]]
    : [welcomeWords.wrong[locale], ...failures.map((each) => `  ${each}`)];
}

function inboxGuard(outputs: LocalOutputs, locale: Locale, log: Log): () => Promise<void> {
  const sqs = new SQSClient(localClient(outputs));
  return async () => {
    const say = nowAndThen(log);
    for (;;) {
      const messages = await readQueueDepth(sqs, outputs.inboxUrl);
      if (messages <= mostInInbox) {
        return;
      }
      say(inboxText(messages)[locale]);
      await sleep(500);
    }
  };
}
