import { CopyOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useLanguage } from '../../words/locale.tsx';
import { filled } from './cases-texts.ts';
import { copyTexts } from './hunt-texts.ts';

/** Puts a text where it can be pasted from. Without a label it is a sign only. */
export function CopyButton({ text, label }: { readonly text: string; readonly label?: string }) {
  const { say } = useLanguage();
  const { message } = App.useApp();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      message.success(say(copyTexts.copied));
    } catch {
      message.error(say(copyTexts.failed));
    }
  };
  return (
    <Button
      className={label ? '' : 'copy'}
      type={label ? 'default' : 'text'}
      size="small"
      icon={<CopyOutlined aria-hidden />}
      aria-label={label ?? filled(say(copyTexts.copy), { text })}
      onClick={() => void copy()}
    >
      {label}
    </Button>
  );
}
