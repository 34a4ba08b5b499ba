import type { ReactNode } from 'react';
import type { FaceProps } from '../../src/model/looks.ts';
import { QR_EDGE } from './band.tsx';
import { At, Ground, Label } from './base.tsx';
import { PEN } from './blank.tsx';
import { paletteOf, suitOf } from './colour.ts';
import { IndexCardPaper } from './index-card.tsx';
import { Qr, qrPlate } from './qr.tsx';
import { slotsOf } from './recipe-slots.tsx';
import { between, sizesOf } from './size.ts';

/** How many slots of a blank recipe are on its front; the others, the owner and the stop rule are on its back. */
const ON_FRONT = 5;

/** The front of a blank recipe: an index card with the slots for what happens, and lines for a felt pen. */
export function EmptyFront(props: FaceProps) {
  const labels = slotsOf(props.card, props.deck).map(({ label }) => label);
  return <EmptyCard {...props} title={props.card.title} labels={labels.slice(0, ON_FRONT)} />;
}

/** The back of a blank recipe: the slots for the reason, the measure and the owner. */
export function EmptyBack(props: FaceProps) {
  const { card, deck, format } = props;
  const { owner, stop } = deck.words.faces;
  const labels = slotsOf(card, deck).map(({ label }) => label);
  const plate = qrPlate(card, deck);
  return (
    <EmptyCard {...props} title={suitOf(card, deck).one} labels={[...labels.slice(ON_FRONT), stop, owner]}>
      <Qr {...{ card, deck, format }} x={format.width - QR_EDGE - plate} y={format.height - QR_EDGE - plate} />
    </EmptyCard>
  );
}

interface EmptyCardProps extends FaceProps {
  title: string;
  labels: readonly string[];
  /** Drawn over the lines. */
  children?: ReactNode;
}

function EmptyCard({ card, deck, format, title, labels, children }: EmptyCardProps) {
  const sizes = sizesOf(format);
  const palette = paletteOf(card, deck);
  const head = between(format, 11.4, 18);
  const lines = Math.floor((format.height - sizes.margin - head) / PEN);
  // Where lines are left over, the first labels have them: reasons are longer than a name.
  const line = (index: number) => Math.ceil((index * lines) / labels.length);
  return (
    <Ground format={format} colour={palette.paper}>
      <IndexCardPaper deck={deck} format={format} head={head} spacing={PEN} />
      <At x={sizes.margin} y={sizes.margin} w={sizes.column}>
        <Label theme={deck.theme} size={sizes.label} colour={palette.accent} w={sizes.column}>
          {title}
        </Label>
      </At>
      {labels.map((label, index) => (
        <At key={label} x={sizes.margin} y={head + line(index) * PEN + 0.5} w={sizes.column}>
          <Label theme={deck.theme} size={sizes.label} colour={palette.accent} w={sizes.column}>
            {label}
          </Label>
        </At>
      ))}
      {children}
    </Ground>
  );
}
