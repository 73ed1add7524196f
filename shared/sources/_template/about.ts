import type { SourceAbout } from '../about.ts';

/** A store that tells all by itself. One that only hints has `reading`; a feed that must be asked, `following`. */
export const templateAbout = {
  source: 'template',
  roles: ['store'],
  secrets: { signing: 'the text that the sender shows on its page of webhooks' },
} satisfies SourceAbout;
