import { Button, Empty } from 'antd';
import { PageWait } from '../../shell/page-wait.tsx';
import { useLanguage } from '../../words/locale.tsx';
import { Candidates } from './candidates.tsx';
import { ParcelList } from './parcel-list.tsx';
import { unclaimedTexts } from './unclaimed-texts.ts';
import { useOpened, useParcels } from './use-parcels.ts';
import './unclaimed.css';

/** Parcels that nobody knows the case of, and what each may be. On a phone one sees the list, or one of them. */
export function UnclaimedPage() {
  const { say } = useLanguage();
  const parcels = useParcels();
  const [asked, open] = useOpened();
  if (!parcels) {
    return <PageWait />;
  }
  const opened = asked ?? parcels[0]?.number;
  return (
    <div className={asked === undefined ? 'unclaimed' : 'unclaimed is-asked'}>
      <section className="unclaimed-all">
        <h1 className="unclaimed-title">
          {say(unclaimedTexts.list)} <span className="quiet">{parcels.length}</span>
        </h1>
        {parcels.length > 0 ? (
          <>
            <p className="second">{say(unclaimedTexts.what)}</p>
            <ParcelList parcels={parcels} opened={opened} open={open} />
          </>
        ) : (
          <Nothing />
        )}
      </section>
      {opened !== undefined && (
        <section className="unclaimed-one">
          <Button type="link" className="unclaimed-back" onClick={() => open(undefined)}>
            ‹ {say(unclaimedTexts.back)}
          </Button>
          <Candidates key={opened} number={opened} />
        </section>
      )}
    </div>
  );
}

function Nothing() {
  const { say } = useLanguage();
  return (
    <Empty
      image={Empty.PRESENTED_IMAGE_SIMPLE}
      description={
        <>
          <strong>{say(unclaimedTexts.none)}</strong>
          <br />
          {say(unclaimedTexts.noneMore)}
        </>
      }
    />
  );
}
