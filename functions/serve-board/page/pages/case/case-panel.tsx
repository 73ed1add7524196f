import { Alert, Button } from 'antd';
import { RefusedError } from '../../data/client.ts';
import { useCase } from '../../data/use-case.ts';
import { CaseBody } from './case-body.tsx';
import { CaseBroken, CaseLoading, CaseNotThere } from './case-states.tsx';
import { caseTexts } from './case-texts.ts';
import { Guarded } from './guarded.tsx';
import { useWording } from './use-wording.ts';
import './case.css';

/** All of a case on one screen: as wide as there is room, in two columns where that is enough. */
export function CasePanel({ caseKey }: { readonly caseKey: string }) {
  const { data, error, refetch, dataUpdatedAt, isPending } = useCase(caseKey);
  const again = () => void refetch();
  // Also where it was shown before: whoever may not see it any more sees it no more.
  if (error instanceof RefusedError && isNotThere(error)) {
    return <CaseNotThere caseKey={caseKey} again={again} />;
  }
  if (isPending) {
    return <CaseLoading />;
  }
  if (!data) {
    return <CaseBroken again={again} />;
  }
  return (
    <div className="case">
      {error !== null && <Stale atMs={dataUpdatedAt} again={again} />}
      <Guarded answer={dataUpdatedAt} instead={<CaseBroken again={again} />}>
        <CaseBody view={data} />
      </Guarded>
    </div>
  );
}

/** A key that is none is of no case, too. */
function isNotThere({ status }: RefusedError): boolean {
  return status === 404 || status === 403 || status === 400;
}

function Stale({ atMs, again }: { readonly atMs: number; readonly again: () => void }) {
  const { say, locale } = useWording();
  const at = new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(atMs);
  const action = <Button onClick={again}>{say(caseTexts.again)}</Button>;
  return <Alert type="warning" showIcon title={say(caseTexts.stale, { at })} action={action} />;
}
