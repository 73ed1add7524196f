import { useRecords } from '../../data/use-records.ts';

export function CasesPage() {
  const { data } = useRecords();
  return <p>{data?.entries.size}</p>;
}
