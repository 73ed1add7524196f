import type { ReactNode } from 'react';
import './parts.css';

function Icon({ children }: { readonly children: ReactNode }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

export function CopyIcon() {
  return (
    <Icon>
      <path d="M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z" fill="none" stroke="currentColor" strokeWidth="1.2" />
    </Icon>
  );
}

export function FlagIcon() {
  return (
    <Icon>
      <path
        d="M3.5 14.5v-13M3.5 2.5h9l-2.5 3 2.5 3h-9z"
        fill="currentColor"
        stroke="currentColor"
        strokeLinejoin="round"
      />
    </Icon>
  );
}

export function MoreIcon() {
  return (
    <Icon>
      <path d="M3 8h.01M8 8h.01M13 8h.01" fill="none" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" />
    </Icon>
  );
}

export function OutIcon() {
  return (
    <Icon>
      <path d="M6.5 3.5h-4v10h10v-4M9 2.5h4.5V7M13.5 2.5l-6 6" fill="none" stroke="currentColor" strokeWidth="1.3" />
    </Icon>
  );
}

export function DownIcon() {
  return (
    <Icon>
      <path d="M3.5 5.5L8 10.5l4.5-5" fill="none" stroke="currentColor" strokeWidth="1.5" />
    </Icon>
  );
}
