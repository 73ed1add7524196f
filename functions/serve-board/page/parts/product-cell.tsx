import type { Entry } from '#shared/returns/attention/entry.ts';
import { useLanguage } from '../words/locale.tsx';
import { partsTexts } from './parts-texts.ts';
import './parts.css';

/** What it is about: the title, then which one and how many. */
export function ProductCell({ entry }: { readonly entry: Entry }) {
  const { say } = useLanguage();
  const goods = shownGoods(entry);
  if (!goods) {
    return <span className="quiet">{say(partsTexts.noGoods)}</span>;
  }
  const { sku, title, quantity, more } = goods;
  const others = more > 0 ? say(partsTexts.moreGoods).replace('{n}', String(more)) : '';
  return (
    <span className="stacked" title={[title, `${sku} × ${quantity}`, others].filter(Boolean).join(' · ')}>
      {title && <bdi className="line">{title}</bdi>}
      <span className={title ? 'second line' : 'line'}>
        <bdi>{sku}</bdi> × {quantity}
        {more > 0 && <span> +{more}</span>}
      </span>
    </span>
  );
}

interface ShownGoods {
  readonly sku: string;
  readonly title?: string;
  readonly quantity: number;
  readonly more: number;
}

function shownGoods(entry: Entry): ShownGoods | undefined {
  if (entry.record === 'case') {
    return entry.goods;
  }
  const [first] = entry.goods;
  return first && { ...first, more: entry.goods.length - 1 };
}
