import { describe, expect, it } from 'vitest';
import { openConnectors } from '#shared/warehouses/connectors.ts';

describe('openConnectors', () => {
  it.each(['qimen', 'http'])('has a connector of the name %s', (name) => {
    expect(openConnectors({ allowLoopback: false })(name)?.connector).toBe(name);
  });

  it.each(['queue', 'toString', ''])('has none for %j: nobody is called', (name) => {
    expect(openConnectors({ allowLoopback: false })(name)).toBeUndefined();
  });
});
