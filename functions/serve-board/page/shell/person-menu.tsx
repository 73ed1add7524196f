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
  const { name } = me.merchant;
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
            { key: 'roles', type: 'group', label: `${name} · ${roles}` },
            { key: 'sound', label: sound, onClick: toggle },
            { type: 'divider' },
            { key: 'out', label: say(shellTexts.signOut), onClick: () => void signOut() },
          ],
        }}
      >
        <Button
          type="text"
          className="shell-account"
          aria-haspopup="menu"
          // With what is seen on it: whoever steers by voice says that.
          aria-label={`${name} · ${roles} ${say(shellTexts.account)}`}
        >
          <bdi>{name}</bdi> · {roles} <DownIcon />
        </Button>
      </Dropdown>
    </div>
  );
}
