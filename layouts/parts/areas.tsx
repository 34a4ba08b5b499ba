import type { Root } from 'hast';
import type { ReactNode } from 'react';
import type { Section } from '../../src/model/card.ts';
import type { Mm } from '../../src/model/units.ts';
import { pt } from '../../src/model/units.ts';
import { Blocks } from './fillable.tsx';
import { usePage } from './page.tsx';
import { View } from './primitives.ts';
import { Title } from './type.tsx';

interface AreaProps {
  section: Section;
  w: Mm;
  /** Height; left out: as high as its content. */
  h?: Mm;
}

/** Space between an area's edge and its content, in heights of its text. */
const INSET = 0.26;

/** An area of a board: a frame, its heading, and its content below. */
export function Area({ section, w, h }: AreaProps) {
  return (
    <AreaFrame w={w} {...(h === undefined ? {} : { h })}>
      {(inner) => (
        <>
          <AreaHeading section={section} w={inner} />
          <Under section={section} w={inner} />
        </>
      )}
    </AreaFrame>
  );
}

/** The frame of an area; `children` draws in a column of the width that is left. */
export function AreaFrame({ w, h, children }: Omit<AreaProps, 'section'> & { children: (w: Mm) => ReactNode }) {
  const { colours, type } = usePage();
  const inset = type.text * INSET;
  const frame = {
    ...{ width: pt(w), borderWidth: 1.4, borderColor: colours.accent, borderRadius: pt(3), padding: pt(inset) },
    ...(h === undefined ? { flexGrow: 1 } : { height: pt(h) }),
    flexShrink: 0,
  };
  return <View style={frame}>{children(w - 2 * inset - 1)}</View>;
}

/** An area's heading, as large as its board's are; a long one in two lines, and only then smaller. */
export function AreaHeading({ section, w }: AreaProps) {
  return <BigWords w={w}>{section.heading}</BigWords>;
}

/** Words as large as headings, to be read from as far. */
export function BigWords({ w, children }: { w: Mm; children: string }) {
  const { deck, colours, type } = usePage();
  return (
    <Title deck={deck} w={w} colour={colours.accent} sizes={[type.area]} leading={1.05}>
      {children}
    </Title>
  );
}

/** The content under an area's heading, over all of the height that is left. */
export function Under({ section, w }: { section: Section; w: Mm }) {
  return (
    <Fill w={w}>
      <Blocks root={section.content as Root} w={w} />
    </Fill>
  );
}

/** A column that takes the height that is left. */
export function Fill({ w, children }: { w: Mm; children: ReactNode }) {
  return <View style={{ width: pt(w), flexGrow: 1, flexShrink: 0, flexBasis: 'auto' }}>{children}</View>;
}

/** Things side by side, with the page's gap between them. */
export function Across({ h, children }: { h?: Mm; children: ReactNode }) {
  const { gap } = usePage();
  const height = h === undefined ? { flexGrow: 1 } : { height: pt(h) };
  return <View style={{ flexDirection: 'row', columnGap: pt(gap), flexShrink: 0, ...height }}>{children}</View>;
}
