import type { Instant } from '../record/instant.ts';

/** What a case's record says of what was said and done around it. */
export interface ContactPart {
  readonly messages: readonly { readonly at: Instant; readonly by: string; readonly kind: string }[];
  readonly stopped?: { readonly at: Instant; readonly ok: boolean; readonly reason?: string };
  readonly replacement?: { readonly at: Instant; readonly trackingNumber?: string; readonly carrier?: string };
  readonly tickets: readonly string[];
}
