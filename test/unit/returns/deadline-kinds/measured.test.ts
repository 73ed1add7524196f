import { describe, expect, it } from 'vitest';
import { merchantSchema } from '#shared/merchant/merchant.ts';
import { caseRulesOf } from '#shared/policy/case-rules.ts';
import { demoPolicy } from '#shared/policy/demo-policy.ts';
import { needs } from '#shared/returns/deadlines/clock.ts';
import { kindsNotMeasured, needsTold } from '#shared/returns/deadlines/measured.ts';
import { standardAbout } from '#shared/sources/standard/about.ts';
import { rows } from '#shared/sources/standard/rows.ts';
import { testMerchant } from '../../../memory/test-merchant.ts';

describe('needsTold', () => {
  const measured = [
    { need: 'messages', shops: ['standard:main'] },
    { need: 'messages' },
    { need: 'stops', shops: ['standard:main'] },
  ] as const;

  it('has what is told of a shop, each once, and what is told of all', () => {
    expect(needsTold(measured, 'standard', 'main')).toEqual(['messages', 'stops']);
    expect(needsTold(measured, 'doudian', 'main')).toEqual(['messages']);
  });
});

describe('kindsNotMeasured', () => {
  it('names each kind of which no clock runs, and what nobody tells', () => {
    expect(kindsNotMeasured(['stops'])).toEqual([
      { kind: 'greeting', need: 'messages' },
      { kind: 'takeover', need: 'messages' },
      { kind: 'first-response', need: 'messages' },
      { kind: 'write-up', need: 'write-ups' },
    ]);
  });

  it('names none where everything is told', () => {
    expect(kindsNotMeasured(needs)).toEqual([]);
  });
});

describe('caseRulesOf', () => {
  const told = (tells: Readonly<Record<string, readonly string[]>>) => {
    const channels = testMerchant.channels
      .filter(({ source }) => source !== 'test')
      .map((each) => ({ ...each, ...(tells[each.channel] && { tells: tells[each.channel] }) }));
    return caseRulesOf(demoPolicy, merchantSchema.parse({ ...testMerchant, channels }));
  };

  it('has what channels tell, of a store for its own shops', () => {
    expect(told({ 'own-store': ['messages'], 'wms-east': ['stops'] }).measured).toEqual([
      { need: 'messages', shops: ['standard:main'] },
      { need: 'stops' },
    ]);
    expect(told({}).measured).toEqual([]);
  });

  it('has a warehouse answer that is called, or whose channel says so', () => {
    const answering = (tells: Readonly<Record<string, readonly string[]>>) =>
      Object.entries(told(tells).warehouses).flatMap(([id, { answers }]) => (answers ? id : []));

    expect(answering({})).toEqual(['strict']);
    expect(answering({ 'wms-east': ['acknowledgements'] })).toEqual(['east', 'strict']);
  });
});

describe('what a channel of standard can tell', () => {
  const types = {
    messages: 'message.sent',
    stops: 'shipment.stopped',
    'write-ups': 'case.written-up',
    acknowledgements: 'preadvice.acknowledged',
  };

  it.each(needs)('is what its role may send: %s', (need) => {
    const roles = Object.entries(standardAbout.tells).flatMap(([role, told]) =>
      (told as readonly string[]).includes(need) ? role : [],
    );

    expect(roles.toSorted()).toEqual([...(rows.get(types[need])?.roles ?? [])].toSorted());
  });
});
