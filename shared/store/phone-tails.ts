import type { PhoneTails } from '#shared/lists/ports.ts';
import type { PersonalDataReader } from '#shared/recording/ports.ts';

/** Compares with what is known of each buyer. */
export function openPhoneTails(people: PersonalDataReader): PhoneTails {
  return {
    casesWithTail: async (tail, keys) => {
      const fits = await Promise.all(keys.map(async (key) => await hasTail(people, key, tail)));
      return new Set(keys.filter((_key, index) => fits[index]));
    },
  };
}

async function hasTail(people: PersonalDataReader, key: string, tail: string): Promise<boolean> {
  const person = await people.readPersonalData(key);
  const known = person && person !== 'erased' ? person.phoneTail : undefined;
  return typeof known === 'string' && known.replace(/\D/g, '').endsWith(tail);
}
