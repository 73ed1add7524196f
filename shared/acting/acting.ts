import type { CaseTable, ParcelTable, PersonalDataReader } from '#shared/recording/ports.ts';
import type { RecordWriter } from '#shared/recording/recorder.ts';

/** What a person's act is taken with. */
export interface Acting extends RecordWriter {
  readonly cases: CaseTable & PersonalDataReader;
  readonly parcels: ParcelTable & PersonalDataReader;
}

/** Who asks, by their verified token. */
export interface Caller {
  /** Their subject id at the identity provider. */
  readonly person: string;
  /** As the token named them. */
  readonly groups: readonly string[];
}
