import type { LineStyle, Picture, VectorDrawing } from '../../src/model/theme.ts';
import type { Mm } from '../../src/model/units.ts';
import { pt } from '../../src/model/units.ts';
import { shownSize } from './picture-size.ts';
import { Image, Path, Svg, View } from './primitives.ts';

interface PictureProps {
  picture: Picture;
  /** Size of the box that it fills. */
  w: Mm;
  h: Mm;
}

/** A picture, drawn over the whole of a box; the box must have the picture's proportions. */
export function PictureBox({ picture, w, h }: PictureProps) {
  const size = { width: pt(w), height: pt(h) };
  // Unlike flexShrink: 0, which the renderer takes for 1, this keeps a picture from being squeezed.
  const style = { ...size, minWidth: size.width, minHeight: size.height };
  if (picture.drawing) return <Vectors drawing={picture.drawing} style={style} />;
  return <Image src={{ data: Buffer.from(picture.data), format: picture.format }} style={style} />;
}

/** The shapes of an SVG, as sharp on any press. */
function Vectors({ drawing, style }: { drawing: VectorDrawing; style: { width: number; height: number } }) {
  const { width, height, paths } = drawing;
  return (
    <Svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" style={style}>
      {paths.map(({ d, fill, evenodd, stroke }, index) => (
        <Path
          // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, never reordered
          key={index}
          d={d}
          fill={fill ?? 'none'}
          {...(evenodd ? { fillRule: 'evenodd' } : {})}
          {...(stroke ? lineOf(stroke) : {})}
        />
      ))}
    </Svg>
  );
}

function lineOf({ colour, width, cap, join, dash }: LineStyle) {
  return {
    stroke: colour,
    strokeWidth: width,
    strokeLinecap: cap,
    strokeLinejoin: join,
    ...(dash ? { strokeDasharray: dash.join(' ') } : {}),
  };
}

/** A picture in a text: whole, as wide as its column, or as high as pictures may be there. */
export function Figure({ picture, w, tallest }: { picture: Picture; w: Mm; tallest: Mm }) {
  const size = shownSize(picture, w, tallest);
  return (
    <View id={`picture:${picture.name}`} style={{ alignSelf: 'center', width: pt(size.w), minHeight: pt(size.h) }}>
      <PictureBox picture={picture} {...size} />
    </View>
  );
}
