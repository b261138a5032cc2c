// What one page looks like to its readers, as values that a test can judge.
const colour = (text) => {
  const numbers = text.match(/[\d.]+/g).map(Number);
  const scale = text.startsWith("color(") ? 255 : 1;
  return [...numbers.slice(0, 3).map((number) => number * scale), numbers[3] ?? 1];
};
const over = ([r, g, b, alpha], below) => [r, g, b].map((part, at) => part * alpha + below[at] * (1 - alpha));
const luminance = (rgb) => {
  const [r, g, b] = rgb.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (one, other) => {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
};

// The colour below the text of an element, and how opaque what stands on it is; each is worked out once.
const ground = (element, known) => {
  if (!element) return { below: [255, 255, 255], opacity: 1 };
  if (!known.has(element)) {
    const { below, opacity } = ground(element.parentElement, known);
    const style = getComputedStyle(element);
    known.set(element, { below: over(colour(style.backgroundColor), below), opacity: opacity * Number(style.opacity) });
  }
  return known.get(element);
};

// Elements of one make look alike: it is enough to judge one of them.
const make = (element, depth = 4) =>
  element && depth ? `${element.tagName}.${element.className} ${make(element.parentElement, depth - 1)}` : "";

// Text that WCAG AA finds too faint: below 4.5, or below 3 where it is large.
const faint = () => {
  const found = new Map();
  const known = new Map();
  const judged = new Set();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    const words = texts.currentNode.data.trim();
    if (!words || element.closest("svg, script, style, noscript")) continue;
    if (judged.has(make(element))) continue;
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    judged.add(make(element));
    const style = getComputedStyle(element);
    const { below, opacity } = ground(element, known);
    const [r, g, b, alpha] = colour(style.color);
    const ratio = contrast(over([r, g, b, alpha * opacity], below), below);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    if (ratio < (large ? 3 : 4.5)) {
      found.set(`${element.tagName.toLowerCase()}.${element.className}`, `${words.slice(0, 30)}: ${ratio.toFixed(2)}`);
    }
  }
  return [...found].map(([where, what]) => `${where} ${what}`);
};

const shown = (element) => element.getBoundingClientRect().width > 0;
const still = document.createElement("style");
still.textContent = "*, ::before, ::after { transition: none !important }"; // or colours are those of the way between
document.head.append(still);
const scheme = document.body.dataset.mdColorScheme;
const faintIn = {};
for (const each of ["default", "slate"]) {
  document.body.dataset.mdColorScheme = each;
  faintIn[each] = faint();
}
document.body.dataset.mdColorScheme = scheme;
still.remove();

return {
  width: document.documentElement.scrollWidth,
  title: document.title,
  language: document.documentElement.lang,
  description: document.querySelector("meta[name=description]")?.content ?? "",
  links: [...document.querySelectorAll("a[href]")].map((link) => link.href),
  ids: [...document.querySelectorAll("[id]")].map((element) => element.id),
  headings: [...document.querySelectorAll("article :is(h1, h2, h3, h4, h5, h6)")].map((each) => Number(each.tagName[1])),
  nameless: [...document.querySelectorAll("article img:not([alt]), article svg[role=img]:not([aria-label])")].length,
  faint: faintIn,
  charts: [...document.querySelectorAll("figure.chart svg")].filter(shown).map((svg) => ({
    width: svg.getBoundingClientRect().width,
    height: svg.getBoundingClientRect().height,
    bottom: svg.getBoundingClientRect().bottom,
    marks: svg.querySelectorAll(".mark-symbol path, .mark-rect path, .mark-rule line, .mark-line path").length,
    words: [...svg.querySelectorAll("text")].map((text) => text.textContent),
  })),
};
