import type { ComponentType } from 'react';
import { lookUp } from '../../src/model/look-up.ts';
import type { FaceProps } from '../../src/model/looks.ts';
import { Drawing, rounded, Stroke } from './art.tsx';
import { Ground } from './base.tsx';
import { Cloth } from './cloth.tsx';
import { colourOf, groundOf, mix, suitOf } from './colour.ts';
import { Logo } from './logo.tsx';
import { Photo, pictureOf } from './photo.tsx';
import { Circle } from './primitives.ts';

/**
 * A back that tells nothing of its card, the same for all of a suit: its picture from edge to edge, or its cloth in a frame with the
 * logo on a plate, where the deck has one. It looks the same upside down.
 */
export function PlainBack({ card, deck, format }: FaceProps) {
  const suit = suitOf(card, deck);
  const picture = pictureOf(deck, suit.back);
  const [paper, accent] = [colourOf(deck, 'paper'), colourOf(deck, suit.colour)];
  const { ground, onGround } = groundOf(accent, paper, deck);
  const { width, height } = format;
  if (picture) {
    return (
      <Ground format={format} colour={ground}>
        <Photo picture={picture} x={-4} y={-4} w={width + 8} h={height + 8} />
      </Ground>
    );
  }
  const [x, y, r] = [width / 2, height / 2, Math.min(width, height) * 0.27];
  const line = mix(ground, onGround, 0.62);
  return (
    <Ground format={format} colour={ground}>
      <Cloth format={format} colour={ground} thread={onGround} weave={0} />
      <Drawing format={format}>
        <Stroke d={rounded({ x: 5, y: 5, width: width - 10, height: height - 10 }, 2)} colour={line} width={0.35} />
        <Circle cx={x} cy={y} r={r} fill={paper} stroke={line} strokeWidth={0.35} />
        <Circle cx={x} cy={y} r={r * 0.93} stroke={mix(accent, paper, 0.5)} strokeWidth={0.16} fill="none" />
        {hasLogo(deck) ? null : <Circle cx={x} cy={y} r={r * 0.5} fill={ground} stroke={line} strokeWidth={0.35} />}
      </Drawing>
      <Logo deck={deck} x={x} y={y} w={r * 1.3} h={r * 1.3} />
    </Ground>
  );
}

function hasLogo({ logo, pictures }: FaceProps['deck']): boolean {
  return logo !== undefined && lookUp(pictures, logo) !== undefined;
}

/** A look's back, replaced by the plain one for suits that have one back for all their cards. */
export function orPlain(Back: ComponentType<FaceProps>): ComponentType<FaceProps> {
  return function OneBack(props) {
    return suitOf(props.card, props.deck).back === undefined ? <Back {...props} /> : <PlainBack {...props} />;
  };
}
