import type { ChangeRows } from '../record/story.ts';

export interface AttentionLines {
  readonly attention: { readonly reasons: readonly string[] };
  readonly 'attention-cleared': { readonly reasons: readonly string[] };
}

/** Why a person was last called, or is needed no more. */
export const attentionChanges: ChangeRows<AttentionLines> = {
  'Case Needs Attention': ({ reasons }) => ({ code: 'attention', values: { reasons } }),
  'Case Attention Cleared': ({ reasons }) => ({ code: 'attention-cleared', values: { reasons } }),
};
