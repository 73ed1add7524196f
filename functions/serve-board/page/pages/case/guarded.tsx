import { Component, type ReactNode } from 'react';

interface GuardedProps {
  /** Which answer it shows: another one is tried anew. */
  readonly answer: number;
  /** Shown where an answer has not the form that it should have. */
  readonly instead: ReactNode;
  readonly children: ReactNode;
}

/** An answer that cannot be shown does not take the page down. */
export class Guarded extends Component<GuardedProps, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError(): { readonly isBroken: boolean } {
    return { isBroken: true };
  }

  override componentDidUpdate({ answer }: GuardedProps): void {
    if (this.state.isBroken && answer !== this.props.answer) {
      this.setState({ isBroken: false });
    }
  }

  override render(): ReactNode {
    return this.state.isBroken ? this.props.instead : this.props.children;
  }
}
