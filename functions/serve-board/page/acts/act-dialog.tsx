import { Modal } from 'antd';
import { type FormEvent, type ReactNode, useId } from 'react';
import type { Entry } from '#shared/returns/attention/entry.ts';
import { numberOf } from '../parts/use-back-office.ts';
import { useLanguage } from '../words/locale.tsx';
import { actsTexts } from './acts-texts.ts';
import './acts.css';

interface Props {
  readonly entry: Entry;
  readonly title: string;
  readonly submitText: string;
  readonly canSubmit: boolean;
  readonly isBusy: boolean;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  /** Once it is open: before, the frame takes the focus for itself. */
  readonly onOpened?: () => void;
  readonly children: ReactNode;
}

/** The frame of an act that needs a word or a choice: sent by Enter or its button, left by Escape. */
export function ActDialog({
  entry,
  title,
  submitText,
  canSubmit,
  isBusy,
  onSubmit,
  onClose,
  onOpened,
  children,
}: Props) {
  const { say } = useLanguage();
  const form = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (canSubmit && !isBusy) {
      onSubmit();
    }
  };
  return (
    <Modal
      open
      title={<Heading title={title} number={numberOf(entry)} />}
      onCancel={onClose}
      okText={submitText}
      cancelText={say(actsTexts.cancel)}
      okButtonProps={{ htmlType: 'submit', form, disabled: !canSubmit, loading: isBusy }}
      afterOpenChange={(isOpen) => isOpen && onOpened?.()}
      width={440}
      destroyOnHidden
    >
      <form id={form} className="act-form" onSubmit={submit}>
        {children}
      </form>
    </Modal>
  );
}

/** Also of which record: a list is long, and a hand slips. */
function Heading({ title, number }: { readonly title: string; readonly number: string }) {
  return (
    <>
      {title} <bdi className="act-of">{number}</bdi>
    </>
  );
}
