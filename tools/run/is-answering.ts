const slow = /^(?:ECONNRESET|ECONNABORTED|ETIMEDOUT|EPIPE|EAI_AGAIN|UND_ERR_.*)$/;
const patienceMs = 10_000;

/** Whether somebody is at an address. Who only takes long, or breaks off, as on a busy machine, is there. */
export async function isAnswering(url: string): Promise<boolean> {
  try {
    await fetch(url, { signal: AbortSignal.timeout(patienceMs) });
    return true;
  } catch (error) {
    const { name, cause } = Object(error) as { name?: string; cause?: { code?: unknown } };
    return name === 'TimeoutError' || slow.test(String(cause?.code));
  }
}
