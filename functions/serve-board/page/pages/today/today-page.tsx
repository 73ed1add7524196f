import { Button, Result, Skeleton } from 'antd';
import { useMe } from '../../data/use-me.ts';
import { useRecords } from '../../data/use-records.ts';
import { failureText } from '../../words/failure-text.ts';
import { useLanguage } from '../../words/locale.tsx';
import { TodayBoard } from './today-board.tsx';
import { todayTexts } from './today-texts.ts';
import './today.css';

/** What has to be done today, by whom, and what it is worth. */
export function TodayPage() {
  const { say, locale } = useLanguage();
  const me = useMe();
  const { data, error, refetch } = useRecords();
  if (me && data) {
    return <TodayBoard me={me} records={data} />;
  }
  if (!error) {
    return <Skeleton active className="today-waiting" paragraph={{ rows: 10 }} />;
  }
  const again = (
    <Button type="primary" onClick={() => void refetch()}>
      {say(todayTexts.again)}
    </Button>
  );
  return (
    <Result
      status="warning"
      title={say(todayTexts.notLoaded)}
      subTitle={failureText(error, locale, me)}
      extra={again}
    />
  );
}
