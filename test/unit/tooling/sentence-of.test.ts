import { describe, expect, it } from 'vitest';
import { sentenceOf } from '../../../tools/run/sentence-of.ts';

const named = (name: string, message: string) => Object.assign(new Error(message), { name });

describe('sentenceOf', () => {
  it('leaves a sentence of our own as it is', () => {
    expect(sentenceOf(new Error('Name one record: --case <key>.'))).toBe('Name one record: --case <key>.');
  });

  it.each([
    [new Error('Region is missing'), 'Region is missing. Set AWS_REGION'],
    [named('CredentialsProviderError', 'Could not load credentials from any providers'), 'AWS_PROFILE'],
    [named('ResourceNotFoundException', 'Requested resource not found'), 'There is no such table, bus or queue'],
    [named('ExpiredTokenException', 'The security token is expired.'), 'is expired. Give AWS credentials that hold.'],
  ])('says what to do about %s', (error, part) => {
    expect(sentenceOf(error)).toContain(part);
  });

  /** A name of several addresses, of which none answers: its message is empty. */
  it('finds words where an error has none', () => {
    const error = Object.assign(new AggregateError([]), { code: 'ECONNREFUSED' });

    expect(sentenceOf(error)).toBe('ECONNREFUSED. Nothing answers there: look at the address and the region.');
  });
});
