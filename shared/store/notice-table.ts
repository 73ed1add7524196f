import type { ClaimTable, Lease, NoticeName, RobotState, RobotStates, Settlement } from '#shared/notifying/ports.ts';
import { type Instant, millisOf } from '#shared/returns/record/instant.ts';
import { partitions, sorts } from './keys.ts';
import { type Condition, getItem, type Item, putItem, type Table } from './table.ts';

/** Longer than anything rings. */
const keptDays = 45;

/** What people were told by which robot, and what each robot was told lately, in DynamoDB. A claim that was told has no `freeFrom`. */
export function openNoticeTable(table: Table, now: () => Instant): ClaimTable & RobotStates {
  const expiry = () => ({ expiresAt: Math.floor(millisOf(now()) / 1000) + keptDays * 86_400 });
  return {
    claim: async (name, lease) => {
      const item = { ...claimKey(name), ...leaseOf(lease), ...expiry(), tries: 0 };
      const first = await putItem(table, item, unclaimed);
      if (first.put) {
        return { kind: 'mine', tries: 0 };
      }
      const { freeFrom, tries = 0 } = first.found as Item & { readonly freeFrom?: string; readonly tries?: number };
      if (freeFrom === undefined) {
        return { kind: 'told' };
      }
      if (freeFrom > lease.now) {
        return { kind: 'taken' };
      }
      const again = await putItem(table, { ...item, tries }, freeSince(freeFrom));
      return again.put ? { kind: 'mine', tries } : { kind: 'taken' };
    },
    settle: async (name, by, outcome) => {
      await putItem(table, { ...claimKey(name), by, ...expiry(), ...settledOf(outcome) }, heldBy(by));
    },
    readRobot: async (robot) => {
      const item = await getItem(table, robotKey(robot));
      return item ? robotStateOf(item) : { version: 0, sentAt: [], failures: 0 };
    },
    writeRobot: async (robot, state) => {
      const { put } = await putItem(table, { ...robotKey(robot), ...state }, unchangedSince(state.version - 1));
      return put ? 'written' : 'lost';
    },
  };
}

function claimKey({ owner, thing, level, robot }: NoticeName) {
  return { pk: partitions.notified(owner, thing, level), sk: sorts.notifiedBy(robot) };
}

function robotKey(robot: string) {
  return { pk: partitions.robot(robot), sk: sorts.robot };
}

function leaseOf({ by, until }: Lease) {
  return { by, freeFrom: until };
}

function settledOf(outcome: Settlement) {
  return outcome.kind === 'told' ? { tries: 0 } : { freeFrom: outcome.at, tries: outcome.tries };
}

function robotStateOf(item: Item): RobotState {
  const { version, sentAt, pausedUntil, failures } = item as unknown as RobotState;
  return { version, sentAt, ...(pausedUntil && { pausedUntil }), failures };
}

const unclaimed: Condition = {
  // attribute_not_exists: nobody began to tell it.
  expression: 'attribute_not_exists(#pk)',
  names: ['pk'],
};

function freeSince(freeFrom: string): Condition {
  // freeFrom = the one read: nobody took it since.
  return { expression: '#freeFrom = :freeFrom', names: ['freeFrom'], values: { freeFrom } };
}

function heldBy(by: string): Condition {
  // by = ours: a run whose lease was over and taken changes nothing any more. attribute_exists(freeFrom): nothing that was told is told anew.
  return { expression: '#by = :by AND attribute_exists(#freeFrom)', names: ['by', 'freeFrom'], values: { by } };
}

function unchangedSince(version: number): Condition {
  if (version === 0) {
    // attribute_not_exists: nobody told it anything since we found nothing.
    return { expression: 'attribute_not_exists(#pk)', names: ['pk'] };
  }
  // version = the one read: nobody told it anything since.
  return { expression: '#version = :version', names: ['version'], values: { version } };
}
