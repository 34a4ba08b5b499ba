import * as primitives from '@react-pdf/primitives';
import type * as renderer from '@react-pdf/renderer';

// What layouts draw with. To the renderer these are names, which a package of their own has, without types: so the renderer
// itself is loaded where it draws, and not by whoever asks a layout for its fields.
type Primitive = 'Circle' | 'G' | 'Image' | 'Line' | 'Link' | 'Path' | 'Polygon' | 'Rect' | 'Svg' | 'Text' | 'View';

export const { Circle, G, Image, Line, Link, Path, Polygon, Rect, Svg, Text, View } = primitives as unknown as Pick<
  typeof renderer,
  Primitive
>;
