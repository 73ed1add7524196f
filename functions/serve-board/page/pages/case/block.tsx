import { type ReactNode, useId } from 'react';
import './sides.css';

interface BlockProps {
  readonly title: string;
  /** Beside the title, smaller. */
  readonly hint?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A part of a case under its own heading. */
export function Block({ title, hint, className = '', children }: BlockProps) {
  const id = useId();
  return (
    <section className={`case-block ${className}`} aria-labelledby={id}>
      <header className="case-block-head">
        <h3 id={id}>{title}</h3>
        {hint !== undefined && <span className="case-hint">{hint}</span>}
      </header>
      {children}
    </section>
  );
}

export interface Fact {
  readonly name: string;
  /** Undefined where nobody says so: it is left out. */
  readonly value: ReactNode | undefined;
}

/** Names and what they are, those that are known. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  const known = facts.filter(({ value }) => value !== undefined);
  return known.length === 0 ? null : (
    <dl className="case-facts">
      {known.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
