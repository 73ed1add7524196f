import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { templateAbout } from '#shared/sources/_template/about.ts';
import { templateObserver } from '#shared/sources/_template/observe.ts';
import { templateReceiver } from '#shared/sources/_template/receiver.ts';
import { sourceAboutOf } from '#shared/sources/abouts.ts';
import { observerOf, observers } from '#shared/sources/observers.ts';
import { receiverOf, receivers } from '#shared/sources/receivers.ts';
import type { Observer, Receiver } from '#shared/sources/source.ts';
import { describeSource, type SourceUnderTest } from './source-conformance.ts';
import { trials, withTemplate } from './source-trials.ts';
import { fixture, merchant } from './source-vectors.ts';

const registered: readonly (readonly [Receiver, Observer | undefined])[] = [
  ...receivers.map((each) => [each, observerOf(each.source)] as const),
  [templateReceiver, templateObserver],
];

for (const [receiver, observer] of registered) {
  const trial = trials[receiver.source];
  if (observer && trial) {
    const source: SourceUnderTest = { receiver, observer, merchant: withTemplate, ...trial };
    describeSource(source);
  }
}

describe('the registries', () => {
  it('hold a receiver, an observer and a trial of each source', () => {
    const names = receivers.map((each) => each.source).sort();
    expect(observers.map((each) => each.source).sort()).toEqual(names);
    expect(names.filter((name) => !(trials[name] && trials[name].vectors.length > 0))).toEqual([]);
    expect(names).toEqual([...new Set(names)]);
  });

  it('have nothing of what is there to be copied', () => {
    expect(new Set([templateAbout.source, templateReceiver.source, templateObserver.source]).size).toBe(1);
    expect([receiverOf, observerOf, sourceAboutOf].map((find) => find(templateAbout.source))).toEqual(
      Array(3).fill(undefined),
    );
  });

  it('know no source by a name that every object has', () => {
    expect(['constructor', '__proto__', 'toString', ''].map((name) => receiverOf(name) ?? observerOf(name))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('cover every channel of the demo merchant', () => {
    expect(merchant.channels.filter((each) => !receiverOf(each.source) || !observerOf(each.source))).toEqual([]);
  });
});

describe('fixtures', () => {
  it.each([
    ['shopify/returns-request', 716, 'f2048024acb5f5d908e5585041fa9b7c48f7ca283f6329213374b0951cca9f97'],
    ['shopify/returns-approve', 711, '21fb8e8e54c7844df9f0fd7305cbe07e58492a46645e8a001c7750cba5429130'],
    ['shopify/returns-decline', 166, '94486841e53518f8002c0638a67f43b9bc67246bdafb0938236133ca4b25397a'],
    ['shopify/returns-cancel', 111, '1587c62b284bf0e80534a736b4afc3e533140ce0b887f5aad1138f27395365cd'],
    ['shopify/returns-close', 109, '35155647134186112daaf607422b7260ae7a8749d37d268856f8b112bac8ac0a'],
    ['shopify/returns-update', 260, '2730bd4638f90a3a863747ebd508123e43113f5f836abae5fe94085132869ca7'],
    [
      'shopify/reverse-deliveries-attach-deliverable',
      384,
      'e07a6ef6c96cda5357c75c1ba328b245cb486b8a270a979ef15d91456a205137',
    ],
    [
      'shopify/reverse-fulfillment-orders-dispose',
      397,
      'cbd95ac6d37d0e1a462841340926b94685b96965e18610a8db90104bd0cae08e',
    ],
    ['shopify/refunds-create', 1147, '339731d41ae26da05407060cf9bf6f04b703728388f09a343761e1532509daeb'],
    ['shopify/disputes-create', 312, '0344874220911b9b0cf8b585d1f9f2de76d75c1616a6bf290058304fbcec3032'],
    ['doudian/message-203', 403, '8054d4e5d9520dd5b2e5699f5def312db9c5bd8d14f7133dcd06943f6dec10a7'],
    ['doudian/endpoint-check', 61, '1a08555c1a669a7397eaac232af6debbe0aca147fa30811e66727261e3514b03'],
    ['kuaidi100/delivered', 1183, '7807276b9c9d7657e047823f6fcee5b460b182ac262b8ac916f1731e6601285f'],
    ['kuaidi100/empty-salt', 1183, '9a3f3262824b3b2d7a44be1842a6bd435f10acec98db985f2f400f7b73a82e10'],
    ['qimen/returnorder-confirm', 834, '2106f5f0fb5458bb443c8cc8338139a10424f4d5f8ff926070e0da96c2d41670'],
    ['qimen/returnorder-create', 774, 'cf81c2285e1db3e98fb66504eedf392ad4b18c8b1f3a90ce11b9c660aa576d96'],
    ['standard/return-inspected-proposal', 316, '98047780abfd8caf7f6131bd329310dc977a1e5cd6bd5c3932072701b5f72a8f'],
  ])('%s has the bytes of the specification', (name, bytes, sha256) => {
    const body = fixture(name);
    expect([body.length, createHash('sha256').update(body).digest('hex')]).toEqual([bytes, sha256]);
  });
});
