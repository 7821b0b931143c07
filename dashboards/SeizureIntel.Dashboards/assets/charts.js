// Draws every chart of the page from the description beside it: the same description that print uses.
// Options name the light colours only; each stands for a custom property of the page, which knows day and night.
(() => {
  "use strict";

  // What stands in the place of a chart where the library is missing.
  const { missing, world: map } = document.currentScript.dataset;
  let drawn = [];
  const night = matchMedia("(prefers-color-scheme: dark)");
  const still = matchMedia("(prefers-reduced-motion: reduce)");

  // Months and numbers that the library writes by itself are in the language of the page.
  const { lang } = document.documentElement;
  const number = new Intl.NumberFormat(lang, { maximumSignificantDigits: 6 });
  const told = (value) => (Array.isArray(value) ? value.map(told).join(", ") : typeof value === "number" ? number.format(value) : value ?? "–");

  function twins() {
    const map = new Map();
    const now = getComputedStyle(document.documentElement);
    for (const rule of document.getElementById("colours").sheet.cssRules) {
      if (rule.selectorText !== ":root") continue;
      for (const name of rule.style) map.set(rule.style.getPropertyValue(name).trim().toLowerCase(), now.getPropertyValue(name).trim());
    }
    return map;
  }

  function option(text, colours) {
    const parsed = JSON.parse(text, (_, value) => (typeof value === "string" ? colours.get(value.toLowerCase()) ?? value : value));
    parsed.animation = !still.matches && parsed.animation !== false;
    parsed.backgroundColor = "transparent";
    // A box of HTML would bring styles of its own, which the policy of the page forbids: what is told on hovering is drawn.
    if (parsed.tooltip) Object.assign(parsed.tooltip, { renderMode: "richText", confine: true, valueFormatter: told });
    for (const axis of [parsed.xAxis, parsed.yAxis].flat()) {
      if (axis?.type === "value" || axis?.type === "log") axis.axisLabel = { formatter: told, ...axis.axisLabel };
    }
    return parsed;
  }

  // The outlines of countries are fetched where a map is shown, and once.
  let world = null;
  function outlines() {
    world ??= fetch(map)
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.statusText))))
      .then((shapes) => echarts.registerMap("world", shapes));
    return world;
  }

  async function draw() {
    const sources = [...document.querySelectorAll("script[data-for]")];
    if (window.echarts && sources.some((source) => source.textContent.includes('"map":"world"'))) await outlines();
    const colours = twins();
    drawn = drawn.filter((chart) => chart.getDom().isConnected || chart.dispose());
    for (const source of sources) {
      if (!source.isConnected) continue;
      const place = document.getElementById(source.dataset.for);
      if (!window.echarts) {
        place.textContent = place.getAttribute("aria-label") + ` (${missing})`;
        continue;
      }
      place.style.height = place.dataset.height + "px";
      // The cells of a grid hold numbers, and panels have titles side by side: in a narrow window they scroll, where other charts shrink.
      if (/"type":"heatmap"|"grid":\[/.test(source.textContent)) {
        place.style.minWidth = place.dataset.width + "px";
        place.parentElement.tabIndex = 0;
        place.parentElement.setAttribute("aria-label", place.getAttribute("aria-label"));
      }
      const chart = echarts.getInstanceByDom(place) ?? echarts.init(place, null, { renderer: "svg", locale: lang.toUpperCase() });
      chart.setOption(option(source.textContent, colours), true);
      if (!drawn.includes(chart)) {
        drawn.push(chart);
        // What is drawn leads where its line in the list leads.
        const leads = place.closest("[data-leads]")?.dataset.leads;
        if (leads) {
          chart.on("click", (event) => event.data?.code && location.assign(leads.replace("LEG", encodeURIComponent(event.data.code))));
        }
      }
    }
    document.documentElement.dataset.charts = String(drawn.length);
  }

  draw();
  night.addEventListener("change", draw);
  document.addEventListener("theme", draw);
  document.addEventListener("htmx:afterSettle", draw);
  addEventListener("resize", () => drawn.forEach((chart) => chart.resize()));
})();
