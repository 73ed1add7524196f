import { useRecords } from '../../data/use-records.ts';

export function UnclaimedPage() {
  const { data } = useRecords();
  return <p>{data?.entries.size}</p>;
}
