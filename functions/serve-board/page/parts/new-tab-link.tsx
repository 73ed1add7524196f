import type { ReactNode } from 'react';
import { useRouter } from 'wouter';

interface Props {
  /** Of a page of the board, as its routes have it. */
  readonly href: string;
  /** For who only hears it, where the children say nothing. */
  readonly label?: string;
  readonly children: ReactNode;
}

/** Leads to a page of the board in a tab of its own: `opener`, since what a tab is signed in by goes along to no other. */
export function NewTabLink({ href, label, children }: Props) {
  const { base } = useRouter();
  return (
    // biome-ignore lint/security/noBlankTarget: it is this page itself, which the other tab may know; without an opener it would know nobody.
    <a href={`${base}${href}`} target="_blank" rel="opener" aria-label={label} title={label}>
      {children}
    </a>
  );
}
