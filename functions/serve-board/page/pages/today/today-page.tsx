import { useRecords } from '../../data/use-records.ts';

export function TodayPage() {
  const { data } = useRecords();
  return <p>{data?.entries.size}</p>;
}
