import json from '#merchant' with { type: 'json' };
import type { Merchant } from './merchant.ts';

/**
 * The merchant that this stack serves. Infra validates the file at synth and bundles it in place of `#merchant`, every field
 * spelled out, so that nothing is parsed at run time.
 */
export const merchant = json as unknown as Merchant;
