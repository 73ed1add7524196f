import { Button, Result } from 'antd';
import { useLocation } from 'wouter';
import type { Me } from '../data/use-me.ts';
import { useLanguage } from '../words/locale.tsx';
import { shellTexts } from './shell-texts.ts';

/** An address that is no page, or one that is not for the roles of whoever looks. */
export function NoPage({ me, isForbidden = false }: { readonly me: Me; readonly isForbidden?: boolean }) {
  const { say } = useLanguage();
  const [, go] = useLocation();
  const roles = me.roles.map((role) => say(shellTexts.roles[role])).join(' · ');
  const why = isForbidden ? say(shellTexts.forbiddenWhy).replace('{roles}', roles) : say(shellTexts.missingWhy);
  return (
    <Result
      status={isForbidden ? '403' : '404'}
      title={<h1 className="result-title">{say(isForbidden ? shellTexts.forbidden : shellTexts.missing)}</h1>}
      subTitle={why}
      extra={
        <Button type="primary" size="middle" onClick={() => go('/today')}>
          {say(shellTexts.toToday)}
        </Button>
      }
    />
  );
}
