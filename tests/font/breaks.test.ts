import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unspacedParts } from '../../src/font/breaks.ts';
import { lettersApart } from '../../src/model/unspaced.ts';

test.each([
  ['今日は「良い」です。', '今|日|は|「良|い」|で|す。'],
  ['ちょっとコーヒー', 'ちょっ|と|コー|ヒー'],
  ['AIを使った3杯', 'AI|を|使っ|た|3|杯'],
  ['（例：GitHub）…100％', '（例：|GitHub）…100％'],
  ['你好，世界！！', '你|好，|世|界！！'],
  ['“世界”', '“世|界”'],
  ['か\u3099き', 'か\u3099|き'],
  ['𠮷野', '𠮷|野'],
  ['Kaizen', 'Kaizen'],
  ['안녕하세요', '안녕하세요'],
  ['『訓民正音』은', '『訓|民|正|音』은'],
  ['한자漢字와', '한자漢|字와'],
  ['สวัสดีชาวโลก', 'สวัสดี|ชาว|โลก'],
  ['วันนี้อากาศดีมากๆเลย(ครับ)', 'วัน|นี้|อากาศ|ดี|มากๆ|เลย(ครับ)'],
  ['กรุงเทพฯเป็นเมือง', 'กรุงเทพฯ|เป็น|เมือง'],
  ['ใช้AIได้๓ครั้ง', 'ใช้AIได้๓ครั้ง'],
  ['日本とไทย', '日|本|と|ไทย'],
  ['ເຈົ້າສະບາຍດີບໍ່', 'ເຈົ້າ|ສະບາຍດີ|ບໍ່'],
  ['ខ្ញុំស្រលាញ់ភាសាខ្មែរណាស់។', 'ខ្ញុំ|ស្រលាញ់|ភាសាខ្មែរ|ណាស់។'],
  ['စကားကိုလေ့လာ။', 'စကား|ကို|လေ့လာ။'],
  ['བོད་ཀྱི་སྐད་ཡིག་ནི།', 'བོད་|ཀྱི་|སྐད་|ཡིག་|ནི།'],
  ['', ''],
])('a line may end in %j at each | of %j', (word, parts) => expect(unspacedParts(word).join('|')).toBe(parts));

test('each letter and sign is apart, and words of other scripts are whole', () =>
  expect([lettersApart('AIを使う。'), lettersApart('ใช้AI')]).toEqual([
    ['AI', 'を', '使', 'う', '。'],
    ['ใ', 'ช', '้', 'AI'],
  ]));

test('nothing is lost between parts, and none begins with what closes or ends with what opens', () => {
  const word = fc.string({ unit: fc.constantFrom(...'日本っー。、」「（）a1%$“”'), maxLength: 12 });
  fc.assert(
    fc.property(word, (text) => {
      expect(lettersApart(text).join('')).toBe(text);
      const parts = unspacedParts(text);
      expect(parts.join('')).toBe(text);
      for (const part of parts.slice(1)) expect(part).not.toMatch(/^[っー。、」）%”]/u);
      for (const part of parts.slice(0, -1)) expect(part).not.toMatch(/[「（$“]$/u);
    }),
  );
});
