import { ExecutionAlreadyExists, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import type { InboxMessage } from '#shared/recording/inbox.ts';
import type { CaseSnapshot, Deadline } from '#shared/returns/case.ts';
import { type Instant, toInstant } from '#shared/returns/instant.ts';
import { readNotice } from '#shared/timers/execution-input.ts';
import { startTimer } from '#shared/timers/start-timer.ts';
import { openStepFunctionsTimers } from '#shared/timers/step-functions-timers.ts';
import { sweepDeadlines } from '#shared/timers/sweep-deadlines.ts';

const instant = (text: string): Instant => toInstant(text) as Instant;
const deadlineId = 'refund-0123456789abcdef0123456789abcdef';
const data = {
  deadlineId,
  remindAt: '2026-01-15T08:00:00.000Z',
  dueAt: '2026-01-15T16:00:00.000Z',
  escalateEverySeconds: 3600,
  escalations: 3,
  kind: 'refund',
};
const eventId = '0123456789abcdef0123456789abcdef';
const event = JSON.stringify({
  'detail-type': 'Deadline Opened',
  detail: { metadata: { caseKey: 'standard:main:R#1', eventId }, data },
});

describe('startTimer', () => {
  const stepFunctions = mockClient(SFNClient);
  beforeEach(() => stepFunctions.reset());

  it('starts one execution named by the deadline and the event, told where to look and when', async () => {
    stepFunctions.on(StartExecutionCommand).resolves({});

    const outcome = await startTimer(readNotice(event), openStepFunctionsTimers(new SFNClient({}), 'arn:timer'));

    const input = stepFunctions.commandCalls(StartExecutionCommand)[0]?.args[0].input;
    expect(outcome).toBe('started');
    expect(input).toMatchObject({ stateMachineArn: 'arn:timer', name: `${deadlineId}-0123456789ab` });
    expect(JSON.parse(input?.input ?? '')).toEqual({
      pk: 'CASE#standard:main:R%231',
      caseKey: 'standard:main:R#1',
      deadlineId,
      remindAt: data.remindAt,
      dueAt: data.dueAt,
      escalateEverySeconds: 3600,
      escalations: 3,
    });
  });

  it('answers already-started when the deadline has its clock', async () => {
    stepFunctions.on(StartExecutionCommand).rejects(new ExecutionAlreadyExists({ message: 'exists', $metadata: {} }));

    expect(await startTimer(readNotice(event), openStepFunctionsTimers(new SFNClient({}), 'arn:timer'))).toBe(
      'already-started',
    );
  });

  it('throws when Step Functions cannot be reached', async () => {
    stepFunctions.on(StartExecutionCommand).rejects(new Error('unreachable'));

    await expect(
      startTimer(readNotice(event), openStepFunctionsTimers(new SFNClient({}), 'arn:timer')),
    ).rejects.toThrow('unreachable');
  });

  it.each(['', '{}', 'null', '{"detail":{"metadata":{"caseKey":"a"},"data":{}}}'])(
    'refuses %j, which is no deadline event',
    (text) => {
      expect(() => readNotice(text)).toThrow();
    },
  );
});

describe('sweepDeadlines', () => {
  const now = instant('2026-01-15T16:10:00Z');
  const deadlineOf = (changes: Partial<Deadline>): Deadline => ({
    id: deadlineId,
    kind: 'refund',
    subject: 'case',
    openedAt: instant('2026-01-14T16:00:00Z'),
    remindAt: instant('2026-01-15T08:00:00Z'),
    dueAt: instant('2026-01-15T16:00:00Z'),
    setBy: 'policy',
    reminded: true,
    missed: false,
    escalation: 0,
    ...changes,
  });

  async function sweep(deadline: Deadline, limit = 500) {
    const sent: InboxMessage[] = [];
    const snapshot = { deadlines: { [deadline.id]: deadline } } as unknown as CaseSnapshot;
    const asked: Instant[] = [];
    const outcome = await sweepDeadlines(
      {
        listDue: async (at) => [asked.push(at) > 0 ? 'standard:main:R1' : ''],
        readSnapshot: async () => ({ version: 1, foldRevision: 1, snapshot, told: {}, changes: [], outbox: [] }),
        send: async (message) => void sent.push(message),
      },
      now,
      limit,
    );
    return { sent, outcome, asked };
  }

  it('sends the due tick of a deadline whose clock is silent', async () => {
    const { sent, outcome } = await sweep(deadlineOf({}));

    expect(sent).toEqual([
      {
        kind: 'tick',
        caseKey: 'standard:main:R1',
        tick: { fact: 'tick', deadlineId, phase: 'due', count: 0, at: now },
      },
    ]);
    expect(outcome).toEqual({ ticks: 1, more: false });
  });

  it('leaves the clock two minutes to speak for itself', async () => {
    const { sent, asked } = await sweep(deadlineOf({ dueAt: instant('2026-01-15T16:08:30Z') }));

    expect(asked).toEqual([instant('2026-01-15T16:08:00Z')]);
    expect(sent).toEqual([]);
  });

  it.each<[string, Partial<Deadline>]>([
    ['met', { metAt: instant('2026-01-15T15:00:00Z') }],
    ['told as missed', { missed: true }],
  ])('sends nothing for one that is %s, though the index still lists its case', async (_name, changes) => {
    expect((await sweep(deadlineOf(changes))).sent).toEqual([]);
  });

  it('says so when the list was longer than the limit', async () => {
    expect((await sweep(deadlineOf({}), 1)).outcome).toEqual({ ticks: 1, more: true });
  });
});
