import type { ReactNode } from 'react';
import { useRouter } from 'wouter';

interface Props {
  /** Within the board, from `/`. */
  readonly href: string;
  readonly children: ReactNode;
  /** What it is, where its children do not say that. */
  readonly label?: string;
}

/** A page of the board in a tab of its own. It is signed in as this one is, since a browser hands on what a tab keeps only to one that knows its opener. */
export function OwnTabLink({ href, children, label }: Props) {
  const { base } = useRouter();
  return (
    // biome-ignore lint/security/noBlankTarget: it is a page of the board itself.
    <a href={`${base}${href}`} target="_blank" rel="opener" aria-label={label} title={label}>
      {children}
    </a>
  );
}
