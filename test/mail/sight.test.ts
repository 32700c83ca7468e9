// What a person sees of an HTML mail: every mail here says "Yes." where anybody can read it, and "never" where nobody does.

import { describe, expect, test } from 'vitest';
import { htmlToText } from '../../functions/mail/html.ts';

const styled = (style: string, text = 'never') => htmlToText(`<p>Yes.</p><div style="${style}">${text}</div>`);

describe('text that nobody sees is left out', () => {
  test.each([
    ['taken out', 'display:none'],
    ['taken out, by all means', 'display: none !important; display: block'],
    ['spelled with escapes and comments', 'dis\\70 lay:/* see */none'],
    ['made invisible', 'visibility:hidden'],
    ['left of the page', 'position:absolute;left:-9999px'],
    ['left of the page, in other units', 'position:fixed;left:-200em'],
    ['above the page', 'position:relative; top: -5000px'],
    ['right of the page', 'position:absolute; right:-400vw'],
    ['beyond every page', 'margin-left:99999px'],
    ['pulled out by its margin', 'margin:0 0 0 -3000pt'],
    ['pulled out by its indent', 'text-indent:-9999px'],
    ['pulled out by inset', 'position:absolute;inset:-4000px auto auto -4000px'],
    ['without height', 'height:0;overflow:hidden'],
    ['without width', 'width:0px; overflow-x:clip'],
    ['without either', 'width:0;height:0'],
    ['of a pixel, for screen readers', 'width:1px;height:1px;overflow:hidden;position:absolute'],
    ['allowed no height', 'max-height:0;mso-hide:all'],
    ['on lines without height', 'line-height:0;overflow:hidden'],
    ['clipped', 'position:absolute;clip:rect(0 0 0 0)'],
    ['clipped to a point', 'clip: rect(1px, 1px, 1px, 1px)'],
    ['clipped by a path', 'clip-path:inset(50%)'],
    ['clipped by a circle', 'clip-path:circle(0)'],
    ['clipped by a line', '-webkit-clip-path:polygon(0 0, 0 0, 0 0)'],
    ['shrunk', 'transform:scale(0)'],
    ['shrunk one way', 'transform: rotate(2deg) scaleY(0.01)'],
    ['shrunk by a matrix', 'transform:matrix(0,0,0,0,0,0)'],
    ['moved', 'transform:translateX(-9999px)'],
    ['moved by a matrix', 'transform:matrix(1,0,0,1,-9999,0)'],
    ['moved, said shortly', 'translate:-100vw'],
    ['turned on its edge', 'transform:rotateY(90deg)'],
    ['faint', 'opacity:0.01'],
    ['filtered away', 'filter:opacity(0%)'],
    ['in transparent letters', 'color:transparent'],
    ['in letters filled with nothing', '-webkit-text-fill-color: rgba(0,0,0,0)'],
    ['in nearly transparent letters', 'color:#00000008'],
    ['white on the white of the page', 'color:white'],
    ['nearly white', 'color:#FDFDFD'],
    ['white, in parts', 'color:rgb(100% 100% 100%)'],
    ['white, by its lightness', 'color:hsl(200, 40%, 99%)'],
    ['white on its own white', 'color:#fff;background-color:#ffffff'],
    ['black on its own black', 'background:url(white.gif) #000;color:#111'],
    ['in letters of one pixel', 'font-size:1px;line-height:1px'],
    ['in letters of no size', 'font:0/0 a'],
    ['in a part of small letters', 'font-size:5%'],
    ['beside a picture in the style', 'background:url(data:image/gif;base64,R0lGOD);display:none'],
  ])('%s', (_, style) => expect(styled(style)).toBe('Yes.'));

  test.each([
    ['said so', '<p hidden>never</p>'],
    ['an old white', '<font color=white>never</font>'],
    ['an old white without a mark', '<font color=FFFFFF>never</font>'],
    ['an old background', '<table><tr><td bgcolor="#204060"><font color="#204060">never</font></table>'],
    ['the background around', '<div style="background:#222"><p style="color:#1f1f1f">never</p></div>'],
    ['letters small by two steps', '<div style="font-size:10%"><p style="font-size:1em">never</p></div>'],
    ['folded', '<details><summary></summary><p>never</p></details>'],
    ['a choice', '<select><option>never</select>'],
    ['a dialogue', '<dialog>never</dialog>'],
    ['by tag', '<style>em { display:none }</style><em>never</em>'],
    ['by class', '<style>.a { position:absolute; left:-9999px }</style><p class="b a">never</p>'],
    ['by id', '<style>#a { color:#fff }</style><p id=a>never</p>'],
    [
      'by tag, class and place',
      '<style>div p.a.b, h1 { font-size:1px }</style><div><b><p class="a b">never</p></b></div>',
    ],
    ['by all means', '<style>.a { display:none !important }</style><p class=a style="display:block">never</p>'],
    ['on every screen', '<style>@media screen { .a { height:0; overflow:hidden } }</style><p class=a>never</p>'],
    ['in a sheet that is not closed', '<style>@import "x"; .a { clip:rect(0,0,0,0)</style><p class=a>never</p>'],
  ])('%s', (_, markup) => expect(htmlToText(`<p>Yes.</p>${markup}`)).toBe('Yes.'));
});

describe('text that people see stays', () => {
  test.each([
    ['white on dark', 'background-color:#1a1a1a;color:#fff'],
    ['grey', 'color:#999'],
    ['a colour nobody knows', 'color:var(--ink)'],
    ['of no colour of its own', 'color:inherit'],
    ['small', 'font-size:8px'],
    ['in a full box', 'width:100%;height:40px;overflow:hidden'],
    ['on lines with room', 'line-height:1.5;overflow:hidden'],
    ['hanging', 'margin-left:36pt;text-indent:-18pt'],
    ['indented', 'padding-left:80px'],
    ['placed', 'position:absolute;left:20px;top:10px'],
    ['centred', 'position:absolute;left:50%;transform:translate(-50%,-50%)'],
    ['clipped by nothing', 'clip:rect(auto,auto,auto,auto);clip-path:none'],
    ['a little faint', 'opacity:.6'],
    ['heavy and of usual size', 'font:bold 700 14px/1.4 Arial, sans-serif'],
    ['taken back', 'display:none;display:block'],
  ])('%s', (_, style) => expect(styled(style, 'Friday.')).toBe('Yes.\n\nFriday.'));

  test.each([
    [
      'white in a dark part',
      '<div style="background:linear-gradient(#123,#345)"><p style="color:white">Friday.</p></div>',
    ],
    ['white in a dark cell', '<table bgcolor=navy><tr><td><font color=white>Friday.</font></table>'],
    ['a dark mail', '<div style="background:black;color:#eee">Friday.</div>'],
    ['large in a part without size', '<div style="font-size:0"><p style="font-size:14px">Friday.</p></div>'],
    ['shown in a hidden part', '<div style="visibility:hidden"><p style="visibility:visible">Friday.</p></div>'],
    ['a link in a white part', '<div style="color:white"><a href="https://kiln.test">Friday.</a></div>'],
    ['hidden on paper', '<style>@media print { p { display:none } }</style><p>Friday.</p>'],
    ['hidden elsewhere', '<style>.a p, p.b, p:empty, p[title] { display:none }</style><p class=a>Friday.</p>'],
    ['unfolded', '<details open><summary></summary><p>Friday.</p></details>'],
  ])('%s', (_, markup) => expect(htmlToText(`<p>Yes.</p>${markup}`).replace(/\n+/g, ' ')).toBe('Yes. Friday.'));
});

describe('styles made to keep their reader busy', () => {
  test.each([
    ['an endless rule', `<style>${'@'.repeat(500_000)}</style><p>Yes.`],
    ['an endless value', `<p style="transform:${'a'.repeat(500_000)}">Yes.`],
    ['a selector without end', `<style>${'.a'.repeat(200_000)}{top:0}</style><p class=a>Yes.`],
    ['rules for everything', `<style>${'*{top:0}'.repeat(40_000)}</style>${'<p>Yes.'.repeat(40_000)}`],
    ['blocks within blocks', `<style>${'{'.repeat(500_000)}</style><p>Yes.`],
  ])('%s', (_, markup) => expect(['Yes.', '']).toContain(htmlToText(markup)), 5000);
});
