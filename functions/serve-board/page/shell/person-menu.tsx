import { Button, Dropdown } from 'antd';
import type { Me } from '../data/use-me.ts';
import { DownIcon } from '../parts/icons.tsx';
import { signOut } from '../session/session.ts';
import { useLanguage } from '../words/locale.tsx';
import { shellTexts } from './shell-texts.ts';
import { useMute } from './use-mute.ts';

/** Language, sound, who is signed in, and out. */
export function PersonMenu({ me }: { readonly me: Me }) {
  const { say, locale, choose } = useLanguage();
  const [isMuted, toggle] = useMute();
  const other = locale === 'en' ? 'zh-CN' : 'en';
  const roles = me.roles.map((role) => say(shellTexts.roles[role])).join(' · ');
  const sound = (
    <span>
      {say(isMuted ? shellTexts.soundOff : shellTexts.soundOn)}
      <small className="menu-more">{say(shellTexts.soundFor)}</small>
    </span>
  );
  return (
    <div className="shell-person">
      <Button type="text" onClick={() => choose(other)} lang={other}>
        {other === 'en' ? 'English' : '中文'}
      </Button>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'roles', type: 'group', label: `${me.merchant.name} · ${roles}` },
            { key: 'sound', label: sound, onClick: toggle },
            { type: 'divider' },
            { key: 'out', label: say(shellTexts.signOut), onClick: () => void signOut() },
          ],
        }}
      >
        <Button type="text" className="shell-account" aria-haspopup="menu" title={say(shellTexts.account)}>
          <bdi>{me.merchant.name}</bdi> · {roles} <DownIcon />
        </Button>
      </Dropdown>
    </div>
  );
}
