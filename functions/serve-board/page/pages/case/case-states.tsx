import { Button, Result, Skeleton } from 'antd';
import { useLanguage } from '../../words/locale.tsx';
import { caseTexts } from './case-texts.ts';

export function CaseLoading() {
  const { say } = useLanguage();
  return (
    <div className="case" aria-busy="true" aria-label={say(caseTexts.loading)} role="status">
      <Skeleton active title={{ width: '70%' }} paragraph={{ rows: 2 }} />
      <div className="case-columns">
        <Skeleton active paragraph={{ rows: 8 }} />
        <Skeleton active paragraph={{ rows: 8 }} />
      </div>
    </div>
  );
}

interface AgainProps {
  readonly again: () => void;
}

/** The API does not tell a case that is gone from one of a shop that is not theirs; nor does the page. */
export function CaseNotThere({ caseKey, again }: AgainProps & { readonly caseKey: string }) {
  const { say } = useLanguage();
  return (
    <Result
      status="info"
      title={<h2 className="case-sentence">{say(caseTexts.notThere)}</h2>}
      subTitle={
        <>
          <p>
            <bdi className="case-code">{caseKey}</bdi>
          </p>
          <p>{say(caseTexts.notThereWhy)}</p>
        </>
      }
      extra={<Button onClick={again}>{say(caseTexts.again)}</Button>}
    />
  );
}

export function CaseBroken({ again }: AgainProps) {
  const { say } = useLanguage();
  return (
    <Result
      status="warning"
      title={<h2 className="case-sentence">{say(caseTexts.noAnswer)}</h2>}
      subTitle={say(caseTexts.noAnswerWhy)}
      extra={
        <Button type="primary" onClick={again}>
          {say(caseTexts.again)}
        </Button>
      }
    />
  );
}
