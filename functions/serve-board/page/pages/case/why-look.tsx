import { Link } from 'wouter';
import type { AttentionView } from '#shared/api/case-view.ts';
import { aboutText } from './about-text.ts';
import { sideTexts } from './case-texts.ts';
import { useWording } from './use-wording.ts';

/** Why a person should look, in words, and what each is about; which lines were paid back too often stands with the lines. */
export function WhyLook({ attention }: { readonly attention: readonly AttentionView[] }) {
  const { say } = useWording();
  return attention.length === 0 ? null : (
    <>
      <h4>{say(sideTexts.whyLook)}</h4>
      <ul className="case-why">
        {attention.map(({ code, text, about }) => (
          <li key={code}>
            {say(text)}
            {(code === 'line-over-paid' ? [] : about.filter(Boolean)).map((each) => (
              <span key={each} className="case-hint">
                {' '}
                <About code={code} about={each} />
              </span>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Of another case its key, which leads there. */
function About({ code, about }: { readonly code: AttentionView['code']; readonly about: string }) {
  const wording = useWording();
  return code === 'line-in-other-case' ? (
    <Link href={`/cases/${encodeURIComponent(about)}`}>
      <bdi>{about}</bdi>
    </Link>
  ) : (
    <bdi>{aboutText(code, about, wording)}</bdi>
  );
}
