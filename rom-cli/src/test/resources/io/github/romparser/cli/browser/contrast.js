// How text stands out from what is behind it, as WCAG 2.2 reckons (relative luminance, contrast
// ratio): every text of the page that is seen, with the nearest background that is painted.
(() => {
  const channels = colour => {
    const numbers = colour.match(/[\d.]+/g).map(Number);
    return numbers.length > 3 && numbers[3] === 0 ? null : numbers.slice(0, 3);
  };
  const luminance = rgb => {
    const [r, g, b] = rgb.map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (a, b) => {
    const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (light + 0.05) / (dark + 0.05);
  };
  const behind = element => {
    if (element.namespaceURI.endsWith('svg') && element.parentNode.tagName === 'svg') {
      const box = element.parentNode.querySelector(':scope > rect[class]');
      const painted = box && !element.parentNode.classList.contains('map');
      if (painted) {
        return channels(getComputedStyle(box).fill);
      }
    }
    for (let at = element; at; at = at.parentElement) {
      const colour = channels(getComputedStyle(at).backgroundColor);
      if (colour) {
        return colour;
      }
    }
    return [255, 255, 255];
  };
  const poor = [];
  let measured = 0;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    const text = walker.currentNode.textContent.trim();
    if (!text || ['title', 'desc'].includes(element.tagName) || !element.checkVisibility()) {
      continue;
    }
    const style = getComputedStyle(element);
    const ink = channels(element.tagName === 'text' ? style.fill : style.color);
    const value = ratio(ink, behind(element));
    measured++;
    if (value < 4.5) {
      poor.push(`${value.toFixed(2)} ${text.slice(0, 40)}`);
    }
  }
  return {measured, poor};
})()
