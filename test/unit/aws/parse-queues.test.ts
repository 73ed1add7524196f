import { describe, expect, it } from 'vitest';
import { parseQueues } from '#shared/aws/parse-queues.ts';

describe('parseQueues', () => {
  it('reads queue URLs by name', () => {
    const text = '{"shopify":"http://queue/a","doudian":"http://queue/b"}';

    expect(parseQueues(text)).toEqual({ shopify: 'http://queue/a', doudian: 'http://queue/b' });
  });

  it('reads none', () => {
    expect(parseQueues('{}')).toEqual({});
  });

  it.each(['', 'http://queue/a', '[]', 'null', '{"shopify":7}', '{"shopify":""}', '{"":"http://queue/a"}'])(
    'throws for %s, saying what it must be',
    (text) => {
      expect(() => parseQueues(text)).toThrow('must be JSON {"<source or warehouse>": "<queue URL>", ...}');
    },
  );
});
