import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeHint } from '#shared/messages/decode-hint.ts';
import { at } from './message-samples.ts';

const hint = { source: 'fake', channel: 'one', shop: 'main', caseId: '1', at, attempt: 3, behind: 1 };

describe('decodeHint', () => {
  it.each([hint, { ...hint, missed: true }, { ...hint, atReceipt: true }])('reads what was sent: %o', (sent) => {
    expect(decodeHint(JSON.stringify(sent))).toEqual(sent);
  });

  it.each(['missed', 'atReceipt'])('throws for a field of another form: %s', (field) => {
    expect(() => decodeHint(JSON.stringify({ ...hint, [field]: 'yes' }))).toThrow(
      expect.objectContaining({ code: 'unreadable-message' }),
    );
  });

  it('never throws anything else for junk', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(() => decodeHint(text)).toThrow(expect.objectContaining({ code: 'unreadable-message' }));
      }),
    );
  });
});
