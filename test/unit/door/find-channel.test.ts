import { describe, expect, it } from 'vitest';
import { createFindChannel } from '#shared/door/find-channel.ts';
import { channels, receiverOf } from './fake-source.ts';

const names = Array.from({ length: 50 }, (_, index) => `guess-${index}`);

describe('createFindChannel', () => {
  it('finds a channel of the merchant', () => {
    expect(createFindChannel(channels, receiverOf, 'salt')('fake', 'two')).toMatchObject({
      channel: channels[1],
      known: true,
    });
  });

  it('gives an unknown name always the same stand-in, and different names different ones', () => {
    const find = createFindChannel(channels, receiverOf, 'salt');
    const standIns = names.map((name) => find('fake', name));
    expect(standIns).toEqual(names.map((name) => find('fake', name)));
    expect(new Set(standIns.map((each) => each?.channel.channel))).toEqual(new Set(['one', 'two']));
    expect(standIns.every((each) => each?.known === false)).toBe(true);
  });

  it('picks other stand-ins under another salt', () => {
    const [a, b] = ['a', 'b'].map((salt) => {
      const find = createFindChannel(channels, receiverOf, salt);
      return names.map((name) => find('fake', name)?.channel.channel).join();
    });
    expect(a).not.toBe(b);
  });

  it('has nothing to stand in where nobody can receive', () => {
    expect(createFindChannel([channels[2]], receiverOf, 'salt')('unwritten', 'three')).toBeUndefined();
  });
});
