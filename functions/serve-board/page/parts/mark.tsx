import type { ReactNode } from 'react';
import './mark.css';

export type MarkTone = 'plain' | 'info' | 'good' | 'warn' | 'bad';

interface MarkProps {
  readonly tone?: MarkTone;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A word in a coloured field. Of antd's tags most colours lack the contrast of WCAG AA. */
export function Mark({ tone = 'plain', className = '', children }: MarkProps) {
  return <span className={`mark mark-${tone} ${className}`}>{children}</span>;
}
