import { App, Button } from 'antd';
import type { Texts } from '#shared/words/locale.ts';
import { useLanguage } from '../words/locale.tsx';
import './copy-id.css';

const texts = {
  copy: { 'zh-CN': '复制', en: 'Copy' },
  copied: { 'zh-CN': '已复制', en: 'Copied' },
  notCopied: { 'zh-CN': '浏览器不允许复制，请手动选中', en: 'This browser does not let it be copied: select it' },
} as const satisfies Readonly<Record<string, Texts>>;

/** Copies a text, and says whether that went well. */
export function useCopy(): (text: string) => Promise<void> {
  const { message } = App.useApp();
  const { say } = useLanguage();
  return async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      void message.success(`${say(texts.copied)} ${text}`);
    } catch {
      void message.error(say(texts.notCopied));
    }
  };
}

/** A number that people carry elsewhere, with a button that copies it. */
export function CopyId({ id, name }: { readonly id: string; readonly name: string }) {
  const { say } = useLanguage();
  const copy = useCopy();
  return (
    <span className="copy-id">
      <bdi>{id}</bdi>
      <Button
        type="link"
        size="small"
        className="copy-id-button"
        aria-label={`${say(texts.copy)} ${name} ${id}`}
        onClick={() => void copy(id)}
      >
        {say(texts.copy)}
      </Button>
    </span>
  );
}
