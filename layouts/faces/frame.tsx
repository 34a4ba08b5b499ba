import type { Mm } from '../../src/model/units.ts';
import { Drawing, Mark, Stroke } from '../parts/art.tsx';
import { mix } from '../parts/colour.ts';
import { frameOf, type PlaceProps } from '../parts/frame.tsx';
import { Circle } from '../parts/primitives.ts';

/** A knob with a dot for each place on an arc above it; the pointer shows the place, whose dot is filled. */
function Knob({ deck, format, palette, glyph, x, y, r, at, of }: PlaceProps) {
  const { accent, paper, ink, onGround } = palette;
  const angle = (index: number) => ((index - (of - 1) / 2) * 50 * Math.PI) / 180;
  const point = (index: number, radius: Mm) => ({
    x: x + radius * Math.sin(angle(index)),
    y: y - radius * Math.cos(angle(index)),
  });
  const [from, to] = [point(at, r * 0.74), point(at, r * 0.97)];
  return (
    <>
      <Drawing format={format}>
        <Circle cx={x} cy={y + r * 0.07} r={r * 1.01} fill={mix(accent, ink, 0.4)} />
        <Circle cx={x} cy={y} r={r} fill={paper} />
        <Circle cx={x} cy={y} r={r * 0.7} stroke={mix(accent, paper, 0.55)} strokeWidth={0.16} fill="none" />
        <Stroke d={`M${from.x} ${from.y}L${to.x} ${to.y}`} colour={accent} width={1.3} cap="round" />
        {Array.from({ length: of }, (_, index) => {
          const dot = point(index, r * 1.3);
          const fill = index === at ? onGround : 'none';
          return (
            <Circle
              key={`${dot.x}`}
              cx={dot.x}
              cy={dot.y}
              r={index === at ? 1.5 : 1.05}
              fill={fill}
              stroke={onGround}
              strokeWidth={0.3}
            />
          );
        })}
      </Drawing>
      <Mark deck={deck} name={glyph} x={x} y={y} size={r * 0.92} colour={accent} />
    </>
  );
}

export default frameOf(Knob);
