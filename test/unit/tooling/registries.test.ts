import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sourceAbouts } from '#shared/sources/abouts.ts';
import { openClients } from '#shared/sources/clients.ts';
import { openFeeds } from '#shared/sources/feeds.ts';
import { observerOf } from '#shared/sources/observers.ts';
import { receiverOf } from '#shared/sources/receivers.ts';
import { connectorAboutOf, connectorNames } from '#shared/warehouses/abouts.ts';
import { openConnectors } from '#shared/warehouses/connectors.ts';
import { registryFiles } from '../../../tools/registries/registries.ts';

const options = { allowLoopback: false };
const [clientOf, feedOf, connectorOf] = [openClients(options), openFeeds(options), openConnectors(options)];
const root = join(import.meta.dirname, '../../..');

describe('the lists of sources and connectors', () => {
  it.each(Object.entries(registryFiles()))('%s holds what the folders hold (npm run registries)', (path, text) => {
    expect(readFileSync(join(root, path), 'utf8')).toBe(text);
  });
});

describe('what a source is', () => {
  it.each(sourceAbouts)('$source has the halves that it says, under its own name', ({ source, ...about }) => {
    expect([receiverOf(source)?.source, observerOf(source)?.source]).toEqual([source, source]);
    expect(clientOf(source) !== undefined).toBe(about.reading !== undefined);
    expect(feedOf(source) !== undefined).toBe(about.following !== undefined);
    expect(about.secrets.token !== undefined).toBe(about.reading !== undefined || about.following !== undefined);
  });
});

describe('what a connector is', () => {
  it.each(connectorNames)('%s has calls if it says so, under its own name', (name) => {
    const { connector, calling } = connectorAboutOf(name);
    expect(connector).toBe(name);
    expect(connectorOf(name)?.connector).toBe(calling && name);
  });
});
