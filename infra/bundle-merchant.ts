import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Merchant } from '#shared/merchant/merchant.ts';

/**
 * Writes the validated merchant, defaults filled in, where the functions' bundles take `#merchant` from.
 * @returns the file's absolute path.
 */
export function bundleMerchant(folder: string, merchant: Merchant): string {
  mkdirSync(folder, { recursive: true });
  const file = resolve(join(folder, `merchant-${merchant.merchant}.json`));
  writeFileSync(file, `${JSON.stringify(merchant, undefined, 2)}\n`);
  return file;
}
