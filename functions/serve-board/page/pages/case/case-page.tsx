import { useRecords } from '../../data/use-records.ts';

export function CasePage() {
  const { data } = useRecords();
  return <p>{data?.entries.size}</p>;
}
