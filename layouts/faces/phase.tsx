import { Drawing, Mark, rounded, Shape, Stroke } from '../parts/art.tsx';
import { mix } from '../parts/colour.ts';
import { frameOf, type PlaceProps } from '../parts/frame.tsx';

/** Order tickets on a kitchen's rail, one a phase; the card's own hangs lower and has its glyph. */
function Tickets({ deck, format, palette, glyph, x, y, r, at, of }: PlaceProps) {
  const { accent, paper, ink, onGround } = palette;
  const rail = y - r * 1.05;
  const step = (format.width - 13) / of;
  const [w, h] = [step * 0.86, r * 1.75];
  const ticket = (index: number) => {
    const own = index === at;
    const left = x + (index - (of - 1) / 2) * step - w / 2;
    return { own, left, middle: left + w / 2, height: own ? h * 1.18 : h * 0.82 };
  };
  const tickets = Array.from({ length: of }, (_, index) => ticket(index));
  const own = tickets[at];
  return (
    <>
      <Drawing format={format}>
        {tickets.map(({ own: mine, left, height }) => (
          <Shape
            key={left}
            d={rounded({ x: left, y: rail, width: w, height }, 0.9)}
            colour={mine ? paper : mix(accent, paper, 0.3)}
          />
        ))}
        <Shape
          d={rounded({ x: 4.6, y: rail - 1.5, width: format.width - 9.2, height: 3 }, 1.5)}
          colour={mix(accent, ink, 0.45)}
        />
        <Stroke d={`M6.4 ${rail}H${format.width - 6.4}`} colour={onGround} width={0.25} />
      </Drawing>
      {own === undefined ? null : (
        <Mark
          deck={deck}
          name={glyph}
          x={own.middle}
          y={rail + own.height * 0.56}
          size={w * 0.72}
          colour={accent}
          stroke={1.5}
        />
      )}
    </>
  );
}

export default frameOf(Tickets);
