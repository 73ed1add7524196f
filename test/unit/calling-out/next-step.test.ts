import { describe, expect, it } from 'vitest';
import { nextStep, orderCodeOf } from '#shared/calling-out/next-step.ts';
import { adviceOf, caseKey, ledgerOf, orderOf } from './advices.ts';

const inShort = (step: ReturnType<typeof nextStep>) => step && [step.verb, step.announcementId.split('/').at(-1)];

describe('nextStep', () => {
  it('creates what is wanted and was never told, under a code of its own', () => {
    const advice = adviceOf('a');

    expect(nextStep([advice], ledgerOf({}))).toEqual({
      verb: 'create',
      announcementId: advice.announcementId,
      inDoubt: false,
      order: { orderCode: orderCodeOf(advice.announcementId), advice },
    });
  });

  it.each(['created', 'refused', 'in-doubt', 'cancelled', 'cancel-refused'] as const)(
    'says nothing of what is wanted and %s: an announcement is told once',
    (state) => {
      expect(nextStep([adviceOf('a')], ledgerOf({ a: orderOf('a', state) }))).toBeUndefined();
    },
  );

  it('cancels what is there and wanted no more, by its own number', () => {
    const order = orderOf('a', 'created', { orderId: 'W-1' });

    expect(nextStep([], ledgerOf({ a: order }))).toMatchObject({
      verb: 'cancel',
      inDoubt: false,
      order: { orderId: 'W-1' },
    });
  });

  it('cancels what may be there though it was refused, once it is wanted no more', () => {
    expect(nextStep([], ledgerOf({ a: orderOf('a', 'in-doubt') }))).toMatchObject({ verb: 'cancel', inDoubt: true });
  });

  it.each(['refused', 'cancelled', 'cancel-refused'] as const)(
    'leaves alone what is wanted no more and %s',
    (state) => {
      expect(nextStep([], ledgerOf({ a: orderOf('a', state) }))).toBeUndefined();
    },
  );

  it('repeats a create that was not answered with the advice of then, though nobody wants it any more', () => {
    const order = orderOf('a', 'creating', { advice: adviceOf('a', { trackingNumber: 'SF99' }) });

    expect(nextStep([], ledgerOf({ a: order }))).toMatchObject({
      verb: 'create',
      inDoubt: true,
      order: { orderCode: 'BH-a', advice: { trackingNumber: 'SF99' } },
    });
  });

  it('repeats a cancel that was not answered', () => {
    expect(inShort(nextStep([], ledgerOf({ a: orderOf('a', 'cancelling') })))).toEqual(['cancel', 'a']);
  });

  it('first settles what is open, then cancels, then creates', () => {
    const orders = {
      old: orderOf('old', 'created'),
      gone: orderOf('gone', 'cancelling'),
      open: orderOf('open', 'creating'),
    };
    const wanted = [adviceOf('new')];
    const { open: _open, ...withoutOpen } = orders;
    const { gone: _gone, ...withoutGone } = withoutOpen;

    expect(inShort(nextStep(wanted, ledgerOf(orders)))).toEqual(['create', 'open']);
    expect(inShort(nextStep(wanted, ledgerOf(withoutOpen)))).toEqual(['cancel', 'gone']);
    expect(inShort(nextStep(wanted, ledgerOf(withoutGone)))).toEqual(['cancel', 'old']);
    expect(inShort(nextStep(wanted, ledgerOf({})))).toEqual(['create', 'new']);
  });

  describe('of several numbers', () => {
    const stuck = (id: string, trackingNumber: string, unclear: number) =>
      orderOf(id, 'creating', { advice: adviceOf(id, { trackingNumber }), unclear });
    const fresh = adviceOf('new', { trackingNumber: 'SF200' });

    it('first tells those that are not stuck, then those that were called least often', () => {
      const orders = { a: stuck('a', 'SF100', 3), b: stuck('b', 'SF101', 1) };

      expect(inShort(nextStep([fresh], ledgerOf(orders)))).toEqual(['create', 'new']);
      expect(inShort(nextStep([], ledgerOf(orders)))).toEqual(['create', 'b']);
      expect(inShort(nextStep([], ledgerOf(orders), new Set(['SF101'])))).toEqual(['create', 'a']);
    });

    it('says nothing at all of a number that is passed over', () => {
      const orders = { a: stuck('a', 'SF100', 1), b: orderOf('b', 'created') };
      const passedOver = new Set(['SF100']);

      expect(nextStep([adviceOf('c')], ledgerOf(orders), passedOver)).toBeUndefined();
      expect(inShort(nextStep([fresh], ledgerOf(orders), passedOver))).toEqual(['create', 'new']);
    });
  });
});

describe('orderCodeOf', () => {
  it('is short, of letters and digits that every WMS takes, and the same each time', () => {
    const code = orderCodeOf(`${caseKey}/0123456789ab`);

    expect(code).toMatch(/^BH[0-9A-F]{16}$/);
    expect(orderCodeOf(`${caseKey}/0123456789ab`)).toBe(code);
    expect(orderCodeOf(`${caseKey}/0123456789ac`)).not.toBe(code);
  });
});
