// Draws charts as SVG without a browser.
// Standard input: a JSON array of { id, width, height, option }; standard output: a JSON array of SVG texts in the same order.
import * as echarts from 'echarts';

const charts = JSON.parse(await read(process.stdin));
const world = charts.some(chart => chart.option.geo) ? (await import('./world.mjs')).worldMap : null;
process.stdout.write(JSON.stringify(charts.map(draw)));

function draw(chart) {
  if (chart.option.geo) echarts.registerMap('world', world(chart.option.geo.boundingCoords, chart.width));
  const drawing = echarts.init(null, null, { renderer: 'svg', ssr: true, width: chart.width, height: chart.height });
  try {
    drawing.setOption({ ...chart.option, animation: false });
    return drawing.renderToSVGString();
  } finally {
    drawing.dispose();
  }
}

async function read(stream) {
  stream.setEncoding('utf8');
  let text = '';
  for await (const part of stream) text += part;
  return text;
}
