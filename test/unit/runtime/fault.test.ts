import { describe, expect, it } from 'vitest';
import { describeFault } from '#shared/runtime/fault.ts';

describe('describeFault', () => {
  it('tells the name, the code, the cause and the place of an error, and not its message', () => {
    const cause = Object.assign(new Error('13800000000'), { name: 'TimeoutError' });
    const line = describeFault(
      Object.assign(new TypeError('王小明\n    at 王小明', { cause }), {
        code: 'E_ONE',
        $metadata: { httpStatusCode: 503, requestId: 'r' },
      }),
    );
    expect(line).toMatchObject({
      fault: 'TypeError',
      faultCode: 'E_ONE',
      faultCause: 'TimeoutError',
      faultStatus: 503,
      faultRequestId: 'r',
    });
    expect(line.faultAt).toMatch(/fault\.test\.ts:\d+/);
    expect(JSON.stringify(line)).not.toMatch(/王小明|13800000000/);
  });

  it('tells the type of what is no error', () => {
    expect(describeFault('13800000000')).toEqual({ fault: 'string' });
  });
});
