import { Drawing, Mark } from '../parts/art.tsx';
import { mix } from '../parts/colour.ts';
import { frameOf, type PlaceProps } from '../parts/frame.tsx';
import { Circle } from '../parts/primitives.ts';

/** Pots on a stove, each larger than the one before; the card's own is full and has its glyph. */
function Pots({ deck, format, palette, glyph, x, y, r, at, of }: PlaceProps) {
  const { accent, paper, ink, onGround } = palette;
  const sizes = Array.from({ length: of }, (_, index) => r * (0.5 + (0.5 * (index + 1)) / of));
  const gap = r * 0.16;
  const width = sizes.reduce((sum, one) => sum + 2 * one, gap * (of - 1));
  const scale = Math.min(1, (format.width - 15) / width);
  const floor = y + r;
  const pots = sizes.map((size, index) => {
    const before = sizes.slice(0, index).reduce((sum, one) => sum + 2 * one + gap, 0);
    return { radius: size * scale, x: x + (before + size - width / 2) * scale };
  });
  const own = pots[at];
  return (
    <>
      <Drawing format={format}>
        {pots.map((pot, index) => (
          <Circle
            key={pot.x}
            cx={pot.x}
            cy={floor - pot.radius}
            r={pot.radius - 0.2}
            fill={index === at ? paper : mix(accent, ink, 0.25)}
            stroke={onGround}
            strokeWidth={0.4}
          />
        ))}
      </Drawing>
      {own === undefined ? null : (
        <Mark
          deck={deck}
          name={glyph}
          x={own.x}
          y={floor - own.radius}
          size={own.radius * 1.2}
          colour={accent}
          stroke={1.5}
        />
      )}
    </>
  );
}

export default frameOf(Pots);
