import { setTimeout as sleep } from 'node:timers/promises';
import type { CaseSnapshot } from '#shared/returns/case/case.ts';
import type { EventType } from '#shared/returns/events.ts';
import type { Answer } from '../simulators/post-webhook.ts';
import type { BusEvent } from '../simulators/queue-reader.ts';
import { mustBeAccepted } from '../simulators/standard-sender.ts';
import type { World } from './world.ts';

export interface Check {
  readonly what: string;
  readonly ok: boolean;
  /** What was found where it does not hold. */
  readonly detail: string;
}

/** True, or what is there instead. */
type Probe = () => Promise<true | string>;

/** One scenario under way: what it works with, and what it found. */
export interface Scene {
  readonly world: World;
  /** Upper case, 4 letters of this run and those of this scenario: sets its ids apart from all others. */
  readonly tag: string;
  readonly checks: readonly Check[];
  /** Cases whose timelines are worth reading, and a word on each. */
  readonly shown: readonly { readonly caseKey: string; readonly title: string }[];
  /** What there is to read where no case tells it. */
  readonly notes: readonly string[];
  show(caseKey: string, title: string): void;
  note(text: string): void;
  check(what: string, ok: boolean, detail?: string): void;
  /** Waits until it holds. What never comes to hold ends the scenario. */
  eventually(what: string, probe: Probe): Promise<void>;
  /** Waits until a case's record is as it must be. */
  caseBecomes(caseKey: string, what: string, holds: (snapshot: CaseSnapshot) => boolean): Promise<void>;
  /** Waits until something was told of a case. @returns what was told. */
  isTold(caseKey: string, type: EventType, matches?: (event: BusEvent) => boolean): Promise<BusEvent>;
  /** The sender got a 2xx. */
  accepted(sending: Promise<Answer>): Promise<void>;
  /** For a scenario that needs the stack for itself at its beginning: from here on others may run beside it. */
  letOthersStart(): void;
  /** For one that takes minutes: how far it is, for whoever waits. */
  onProgress(text: string): void;
}

export interface SceneOptions extends Partial<Pick<Scene, 'letOthersStart' | 'onProgress'>> {
  readonly letter: string;
  /** What does not hold by then never will. */
  readonly patienceMs?: number;
}

/** Ends a scenario whose check failed; the check tells why. */
export class UnmetError extends Error {
  override readonly name = 'UnmetError';
}

const pollMs = 400;

export function openScene(world: World, options: SceneOptions): Scene {
  const { letter, letOthersStart = () => undefined, onProgress = () => undefined, patienceMs = 300_000 } = options;
  const checks: Check[] = [];
  const shown: { caseKey: string; title: string }[] = [];
  const notes: string[] = [];

  const eventually: Scene['eventually'] = async (what, probe) => {
    const giveUpAt = Date.now() + patienceMs;
    for (;;) {
      const found = await probe();
      if (found === true) {
        checks.push({ what, ok: true, detail: '' });
        return;
      }
      if (Date.now() > giveUpAt) {
        checks.push({ what, ok: false, detail: `still not so: ${found}` });
        throw new UnmetError(what);
      }
      await sleep(pollMs);
    }
  };

  return {
    world,
    tag: `${world.run}${letter}`.toUpperCase(),
    checks,
    shown,
    notes,
    show: (caseKey, title) => {
      shown.push({ caseKey, title });
    },
    note: (text) => {
      notes.push(text);
    },
    check: (what, ok, detail = '') => {
      checks.push({ what, ok, detail });
    },
    eventually,
    caseBecomes: async (caseKey, what, holds) =>
      await eventually(what, async () => {
        const record = await world.store.cases.readSnapshot(caseKey);
        return (record !== undefined && holds(record.snapshot)) || summaryOf(record?.snapshot);
      }),
    isTold: async (caseKey, type, matches = () => true) => {
      const found = () => world.events.of(caseKey, type).find(matches);
      await eventually(`tells ${type} of ${caseKey.split(':').at(-1)}`, async () => {
        const all = world.events.of(caseKey).map((event) => event.type);
        return found() !== undefined || `told so far: ${all.join(', ') || 'nothing'}`;
      });
      return found() as BusEvent;
    },
    accepted: async (sending) => {
      mustBeAccepted('a webhook', await sending);
    },
    letOthersStart,
    onProgress,
  };
}

function summaryOf(snapshot: CaseSnapshot | undefined): string {
  if (!snapshot) {
    return 'there is no such case';
  }
  const { headline, decision, quality, parcels, goods, attention, deadlines, money } = snapshot;
  const clocks = Object.values(deadlines).map(
    ({ kind, dueAt, metAt, missed, escalation }) =>
      `${kind} due ${dueAt} met ${metAt} missed ${missed} (${escalation})`,
  );
  return JSON.stringify({
    headline,
    decision: decision.value,
    quality,
    parcels: parcels.map(({ number, stands, state }) => `${number} ${stands} ${state?.stage} ${state?.allotment}`),
    goods: goods.map(({ sku, expected, received }) => `${sku} ${received}/${expected}`),
    attention,
    clocks,
    money: money.actions.length,
  });
}
