import { useRecords } from '../../data/use-records.ts';

export function SourcesPage() {
  const { data } = useRecords();
  return <p>{data?.entries.size}</p>;
}
