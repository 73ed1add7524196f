import { Button, Result } from 'antd';
import { Component, type ReactNode } from 'react';
import { useLanguage } from '../words/locale.tsx';
import { shellTexts } from './shell-texts.ts';

interface Props {
  readonly children: ReactNode;
}

/**
 * One page that breaks takes no other with it. Given the page's address as its key, the next one begins anew. Nobody else is told: what broke may hold what a
 * buyer wrote.
 */
export class PageBoundary extends Component<Props, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override render() {
    return this.state.isBroken ? <Broken /> : this.props.children;
  }
}

/** The whole document anew: where a release took the place of what this page would load, nothing less helps. */
function Broken() {
  const { say } = useLanguage();
  return (
    <Result
      status="error"
      title={<h1 className="result-title">{say(shellTexts.broken)}</h1>}
      subTitle={say(shellTexts.brokenWhy)}
      extra={
        <Button type="primary" size="middle" onClick={() => location.reload()}>
          {say(shellTexts.reload)}
        </Button>
      }
    />
  );
}
