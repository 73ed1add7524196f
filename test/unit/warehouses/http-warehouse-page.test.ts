import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { standardReceiver } from '#shared/sources/standard/receiver.ts';
import { writeMessage } from '#shared/warehouses/http/message.ts';
import { testMerchant } from '../../memory/test-merchant.ts';

const page = readFileSync(new URL('../../../docs/http-warehouse.md', import.meta.url), 'utf8');
const shown = (form: RegExp) => form.exec(page)?.[1] ?? '';
const body = shown(/^(\{"type":"return\.expected".*\})$/m);
const headers = Object.fromEntries(
  ['id', 'timestamp', 'signature'].map((part) => [
    `webhook-${part}`,
    shown(new RegExp(`^webhook-${part}: (.+)$`, 'm')),
  ]),
);
const [warehouse] = testMerchant.warehouses;
const [channel] = testMerchant.channels;

describe('docs/http-warehouse.md', () => {
  it('shows a message whose signature is right', () => {
    const request = { method: 'POST', headers, query: {}, rawQuery: '', rawBody: Buffer.from(body) };
    const secrets = { current: shown(/`(whsec_[^`]+)`/) };

    const verification = standardReceiver.verify(request, secrets, channel!, new Date('2026-03-01T08:00:00Z'));

    expect(verification).toEqual({ ok: true });
  });

  it('shows it as the connector writes it', () => {
    const { timestamp, data } = JSON.parse(body);
    const { orderCode, ...advice } = data;

    const call = { warehouse: warehouse!, secret: '', orderCode, advice: { ...advice, warehouseId: 'north' } };

    expect(writeMessage('create', { ...call, now: new Date(timestamp) })).toBe(body);
  });
});
