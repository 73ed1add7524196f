import { useLanguage } from '../../words/locale.tsx';
import { unclaimedTexts } from './unclaimed-texts.ts';

/** What one does today once it is clear whose the parcel is. */
export function HowTo({ number }: { readonly number: string }) {
  const { say } = useLanguage();
  return (
    <section className="how-to">
      <h3 className="unclaimed-heading">{say(unclaimedTexts.how)}</h3>
      <ul>
        <li>{say(unclaimedTexts.howNumber).replace('{number}', () => number)}</li>
        <li>{say(unclaimedTexts.howWarehouse)}</li>
        <li>{say(unclaimedTexts.howNobody)}</li>
      </ul>
    </section>
  );
}
