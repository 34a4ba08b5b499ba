import { need } from './dom.ts';

/** A card's page: turning it over, printing it. */
export function startCard(): void {
  const faces = need('faces');
  const flip = need('flip');
  flip.addEventListener('click', () => {
    const turned = faces.classList.toggle('turned');
    flip.setAttribute('aria-pressed', String(turned));
  });
  need('print-page').addEventListener('click', () => print());
}
