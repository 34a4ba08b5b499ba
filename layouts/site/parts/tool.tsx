import type { ReactNode } from 'react';
import type { PageProps } from '../../../src/model/catalog.ts';

interface ToolProps extends PageProps {
  title: string;
  lead: string;
  /** What to do where scripts do not run. */
  without: string;
  children?: ReactNode;
}

/** A page whose work is done by the client script; without it, the page says what to do instead. */
export function Tool({ catalog, base, title, lead, without, children }: ToolProps) {
  return (
    <div className="tool">
      <h1>{title}</h1>
      <p className="lead">{lead}</p>
      <div className="without-js">
        <p>{without}</p>
        <p>
          <a href={`${base}cards.html`}>{catalog.deck.words.site.browse}</a>
        </p>
      </div>
      <div className="js-only">{children}</div>
    </div>
  );
}
