import { Component, type ReactNode } from 'react';

interface GuardedProps {
  /** Shown where an answer has not the form that it should have. */
  readonly instead: ReactNode;
  readonly children: ReactNode;
}

/** An answer that cannot be shown does not take the page down; the next one is tried anew where this is given another key. */
export class Guarded extends Component<GuardedProps, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError(): { readonly isBroken: boolean } {
    return { isBroken: true };
  }

  override render(): ReactNode {
    return this.state.isBroken ? this.props.instead : this.props.children;
  }
}
