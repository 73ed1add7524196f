import { Spin } from 'antd';
import { useEffect, useState } from 'react';
import { useLanguage } from '../words/locale.tsx';
import { shellTexts } from './shell-texts.ts';

const slowMs = 5_000;

/** While a page is loaded; after some seconds it says that it takes long. */
export function PageWait() {
  const { say } = useLanguage();
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), slowMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="page-wait" role="status">
      <Spin />
      <p>{say(isSlow ? shellTexts.slow : shellTexts.loading)}</p>
    </div>
  );
}
