"""What is measured of a card in a browser: scripts for its page."""

# Every element that shows text of its own: its role, its contrast with what lies behind it, and its size.
TEXTS = """() => {
  const channels = colour => {
    const found = colour.match(/^rgba?\\(([^)]+)\\)$/);
    if (!found) throw new Error(`cannot read the colour ${colour}`);
    const [r, g, b, a = 1] = found[1].split(",").map(Number);
    return [r, g, b, a];
  };
  const over = ([r, g, b, a], [x, y, z]) => [r * a + x * (1 - a), g * a + y * (1 - a), b * a + z * (1 - a), 1];
  const behind = element => {
    const layers = [];
    for (let one = element; one; one = one.parentElement) layers.push(channels(getComputedStyle(one).backgroundColor));
    return layers.reverse().reduce((below, layer) => over(layer, below), [255, 255, 255, 1]);
  };
  const luminance = colour => {
    const [r, g, b] = colour.slice(0, 3).map(value => value / 255)
      .map(value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const measured = (element, pseudo) => {
    const style = getComputedStyle(element, pseudo), back = behind(element);
    return {
      role: (pseudo || "") + element.tagName.toLowerCase() + [...element.classList].map(name => "." + name).join(""),
      within: element.closest("[class]")?.className ?? "",
      contrast: contrast(over(channels(style.color), back), back),
      size: parseFloat(style.fontSize),
    };
  };
  const found = [];
  const shows = (element, pseudo) => !["none", "normal"].includes(getComputedStyle(element, pseudo).content);
  for (const element of document.body.querySelectorAll("*")) {
    if (!element.checkVisibility() || element.closest("style")) continue;
    const own = [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.textContent.trim());
    if (own || element.tagName === "INPUT") found.push(measured(element, null));
    for (const pseudo of ["::before", "::after"]) if (shows(element, pseudo)) found.push(measured(element, pseudo));
  }
  return found;
}"""

# What runs out of the page or out of its own box. Only a formula may be wider than its box, which then scrolls.
OVERFLOWING = """() => {
  const boxes = [...document.body.querySelectorAll("*")].filter(element => element.checkVisibility());
  const scrolls = box => box !== document.body && ["auto", "scroll"].includes(getComputedStyle(box).overflowX);
  const moved = element => {
    for (let one = element.parentElement; one; one = one.parentElement) if (scrolls(one)) return true;
    return false;
  };
  const outside = boxes.filter(one => one.getBoundingClientRect().right > innerWidth + 0.5 && !moved(one));
  const formula = box => box.matches("mjx-container") || box.querySelector("mjx-container");
  const cut = boxes.filter(one => scrolls(one) && (one.scrollHeight > one.clientHeight + 1
    || (one.scrollWidth > one.clientWidth + 1 && !formula(one))));
  return [...outside, ...cut].map(element => element.outerHTML.slice(0, 120));
}"""

MARKS = """() => [...document.querySelectorAll("mark")].map(mark => ({
  width: mark.checkVisibility() ? mark.getBoundingClientRect().width : 0,
  own: getComputedStyle(mark).backgroundColor,
  behind: getComputedStyle(mark.closest("blockquote")).backgroundColor,
}))"""

# How each option looks, all that follows from its own length left out.
OPTIONS = """() => [...document.querySelectorAll(".options li")].map(option => {
  const looks = pseudo => {
    const style = getComputedStyle(option, pseudo);
    const follows = /size|width|height|origin|inset|bottom|right/;
    const names = [...style].filter(name => !follows.test(name) || /border|font/.test(name));
    return Object.fromEntries(names.map(name => [name, style.getPropertyValue(name)]));
  };
  return {
    right: option.classList.contains("right"),
    text: option.textContent,
    looks: { own: looks(null), before: looks("::before"), after: looks("::after") },
  };
})"""
