import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { prints } from '../../layouts/elements.print.tsx';
import { elements } from '../../layouts/elements.tsx';
import { webs } from '../../layouts/elements.web.tsx';
import type { ElementContext } from '../../src/model/looks.ts';

const context: ElementContext = {
  cards: new Map([
    ['email', { id: 'email', code: 'ELE 6', title: 'Email' }],
    ['cover', { id: 'cover', code: '', title: 'The Test Kitchen' }],
  ]),
  base: '../',
};

function web(name: string, attributes: Record<string, string>): string {
  const Web = webs[name];
  return Web === undefined ? '' : renderToStaticMarkup(<Web attributes={attributes} context={context} />);
}

test('each element has a component for print and one for the web', () => {
  expect(Object.keys(elements)).toEqual(Object.keys(prints));
  expect(Object.keys(elements)).toEqual(Object.keys(webs));
});

describe('Card', () => {
  test('prints a code, or a title where there is no code', () => {
    expect(elements.Card?.text({ id: 'email' }, context)).toBe('ELE 6');
    expect(elements.Card?.text({ id: 'cover' }, context)).toBe('The Test Kitchen');
    expect(elements.Card?.text({ id: 'gone' }, context)).toBe('');
  });

  test('prints its number alone at the end of a range', () => {
    expect(elements.Card?.text({ id: 'email', show: 'number' }, context)).toBe('6');
    expect(elements.Card?.text({ id: 'cover', show: 'number' }, context)).toBe('The Test Kitchen');
    expect(web('Card', { id: 'email', show: 'number' })).toContain('>6</a>');
  });

  test('links to its card on the web', () => {
    expect(web('Card', { id: 'email' })).toBe('<a class="code" href="../c/email.html" title="Email">ELE 6</a>');
  });
});

describe('Pips', () => {
  test('takes whole numbers from 0 to 10 only', () => {
    const schema = z.strictObject(elements.Pips?.attributes ?? {});
    expect(schema.safeParse({ count: '3', of: '5' }).success).toBe(true);
    expect(schema.safeParse({ count: 'three', of: '5' }).error?.issues[0]?.message).toBe(
      'count is a whole number from 0 to 10',
    );
  });

  test('says its count to those who do not see it', () => {
    const [on, off] = ['<span class="pip on"></span>', '<span class="pip"></span>'];
    const dots = [on, on, on, off, off].join('');
    expect(web('Pips', { count: '3', of: '5' })).toBe(`<span class="pips" role="img" aria-label="3/5">${dots}</span>`);
  });
});

test('no more dots than there are', () => {
  expect(elements.Pips?.wrong?.({ count: '9', of: '5' })).toBe("<Pips> can't fill 9 of 5 dots.");
  expect(elements.Pips?.wrong?.({ count: '5', of: '5' })).toBeUndefined();
});
